"""The AWS CLI, started once: each call is a fork of it, so that a call takes a fiftieth of a second in the place of a whole one.

Run by startMoto.ts: python3 awsServer.py SOCKET. The calls come from aws.py, with the arguments, the environment, the folder and the
three streams of the caller; each goes through awscli.clidriver as it would by itself.
"""

from __future__ import annotations

import array
import contextlib
import functools
import gc
import io
import marshal
import os
import signal
import socket
import sys
import threading
from typing import Any

import awscli.clidriver
import botocore.client
import botocore.hooks
import botocore.session
import loopback

loopback.install()

# What the models say does not change from call to call.
loader = awscli.clidriver.create_clidriver().session.get_component("data_loader")
botocore.session.create_loader = lambda *_: loader
botocore.hooks.EventAliaser._alias_event_name = functools.cache(botocore.hooks.EventAliaser._alias_event_name)
create_methods = botocore.client.ClientCreator._create_methods
methods_of: dict[str, dict[str, Any]] = {}


def create_methods_once(self: Any, service_model: Any) -> dict[str, Any]:
    """The methods of a client, which are those of its service."""
    name = service_model.service_name
    if name not in methods_of:
        methods_of[name] = create_methods(self, service_model)
    return dict(methods_of[name])


botocore.client.ClientCreator._create_methods = create_methods_once


def run(driver: Any, *call: str) -> None:
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        driver.main(["--endpoint-url", "http://127.0.0.1:1", "--region", "us-east-1", *call])


def warm_up(home: str) -> Any:
    """Calls to nowhere: what they read of models and rules, every fork has. The driver that each fork goes on with, which has made none."""
    os.environ.clear()  # nobody's profile
    os.environ.update({"HOME": home, "AWS_ACCESS_KEY_ID": "none", "AWS_SECRET_ACCESS_KEY": "none", "AWS_MAX_ATTEMPTS": "1"})
    calls = (
        ["ec2", "describe-vpcs"],
        ["sts", "get-caller-identity"],
        ["cloudformation", "list-stacks"],
        ["elbv2", "describe-load-balancers"],
        ["route53", "list-hosted-zones"],
    )
    for call in calls:
        run(awscli.clidriver.create_clidriver(), *call)
    driver = awscli.clidriver.create_clidriver()
    commands = driver._get_command_table()
    for service, _ in calls:
        commands[service]._get_command_table()
    gc.freeze()
    return driver


def answer(driver: Any, args: list[str], env: dict[bytes, bytes], folder: str, streams: list[int]) -> int:
    """In a fork: the call, with the caller's own streams."""
    for target, stream in enumerate(streams):
        os.dup2(stream, target)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update({os.fsdecode(name): os.fsdecode(value) for name, value in env.items()})
    # read from the caller's own files
    session = driver.session
    session._config = session._profile_map = session._profile = None
    try:
        code = driver.main(args)
    except SystemExit as error:
        code = error.code if isinstance(error.code, int) else 1
    sys.stdout.flush()
    sys.stderr.flush()
    return code or 0


def serve(driver: Any, path: str) -> None:
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as server:
        server.bind(path)
        server.listen(64)
        print("ready", flush=True)
        while True:
            connection, _ = server.accept()
            if os.fork() > 0:
                connection.close()
                continue
            server.close()
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            code = 255
            try:
                streams = array.array("i")
                size, handed, _, _ = connection.recvmsg(8, socket.CMSG_SPACE(3 * streams.itemsize))
                streams.frombytes(handed[0][2][: 3 * streams.itemsize])
                length, read = int.from_bytes(size, "big"), b""
                while len(read) < length:
                    read += connection.recv(length - len(read))
                code = answer(driver, *marshal.loads(read), list(streams))
            finally:
                try:
                    connection.sendall(bytes([code & 255]))
                finally:
                    os._exit(0)


def end_with_caller() -> None:
    """Nobody waits for calls any more once the standard input is closed."""
    sys.stdin.read()
    os._exit(0)


threading.Thread(target=end_with_caller, daemon=True).start()
serve(warm_up(os.path.dirname(sys.argv[1])), sys.argv[1])
