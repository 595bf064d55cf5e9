/** Starts the demo server, says where it is, and waits to be killed: for the test of what is left then. */
import { startDemo } from '../../src/demo/serve.ts';

const demo = await startDemo({ signal: new AbortController().signal });
console.log(JSON.stringify({ url: demo.url, pid: demo.pid }));
setInterval(() => {}, 1_000);
