"""The AWS CLI, started once: each call is a fork of it, so that a call takes a twentieth of a second in the place of a whole one.

Run by startMoto.ts: python3 awsServer.py SOCKET. The calls come from aws.py, with the arguments, the environment, the folder and the
three streams of the caller; each goes through awscli.clidriver as it would by itself.
"""

from __future__ import annotations

import array
import contextlib
import gc
import io
import json
import os
import signal
import socket
import sys
import threading

import awscli.clidriver
import botocore.session

loader = awscli.clidriver.create_clidriver().session.get_component("data_loader")
botocore.session.create_loader = lambda *_: loader


def warm_up() -> None:
    """One call to nowhere: what it reads of models and rules, every fork has."""
    nowhere = {"AWS_ACCESS_KEY_ID": "none", "AWS_SECRET_ACCESS_KEY": "none", "AWS_MAX_ATTEMPTS": "1"}
    os.environ.update(nowhere)
    for call in (["ec2", "describe-vpcs"], ["sts", "get-caller-identity"], ["cloudformation", "list-stacks"]):
        with contextlib.redirect_stderr(io.StringIO()):
            awscli.clidriver.create_clidriver().main(["--endpoint-url", "http://127.0.0.1:1", "--region", "us-east-1", *call])
    gc.freeze()


def answer(args: list[str], env: dict[str, str], folder: str, streams: list[int]) -> int:
    """In a fork: the call, with the caller's own streams."""
    for target, stream in enumerate(streams):
        os.dup2(stream, target)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(env)
    try:
        code = awscli.clidriver.create_clidriver().main(args)
    except SystemExit as error:
        code = error.code if isinstance(error.code, int) else 1
    sys.stdout.flush()
    sys.stderr.flush()
    return code or 0


def serve(path: str) -> None:
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
                code = answer(*json.loads(read), list(streams))
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
warm_up()
serve(sys.argv[1])
