/** The Python program that serves the demo: Django's own threaded development server on a free port of the loopback. */

/**
 * Arguments: the folder to remove at the end. It prints `port N` when it listens. It lives as long as its standard input:
 * when the parent closes it, or dies in whatever way, the program removes the folder and ends.
 * `getfqdn` of the library's server_bind is left out, since it may wait for a name server.
 */
export const SERVE_SCRIPT = `
import os, shutil, signal, socketserver, sys, threading, time

sys.dont_write_bytecode = True
signal.signal(signal.SIGINT, signal.SIG_IGN)
folder = sys.argv[1]


def end_with_parent():
    sys.stdin.buffer.read()
    # The main thread may still be starting and write a file into what is being removed.
    for _ in range(100):
        shutil.rmtree(folder, ignore_errors=True)
        if not os.path.exists(folder):
            break
        time.sleep(0.02)
    os._exit(0)


threading.Thread(target=end_with_parent, daemon=True).start()
sys.path.insert(0, os.getcwd())
os.environ["DJANGO_SETTINGS_MODULE"] = "clinic.settings"

from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
from clinic.wsgi import application


class Server(ThreadedWSGIServer):
    request_queue_size = 128

    def server_bind(self):
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = self.server_address[:2]
        self.setup_environ()

    def handle_error(self, request, client_address):
        pass


class Handler(WSGIRequestHandler):
    def log_message(self, format, *args):
        pass


server = Server(("127.0.0.1", 0), Handler)
server.set_app(application)
print("port", server.server_port, flush=True)
server.serve_forever()
`;
