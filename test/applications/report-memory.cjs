/**
 * Loaded with `node --require`: when the program ends, its peak memory (kilobytes) is written to the file that UNLATCHED_PEAK names.
 * CommonJS, because `--import` costs each start some ten milliseconds, which no user pays.
 */
const { writeFileSync } = require('node:fs');

process.on('exit', () => writeFileSync(process.env.UNLATCHED_PEAK, String(process.resourceUsage().maxRSS)));
