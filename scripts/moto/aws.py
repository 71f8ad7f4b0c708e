"""Stands in the place of `aws`: hands a call to awsServer.py, or to the AWS CLI itself where that cannot be started.

HOPWISE_CALLS is a file to which each call is added, as a line of JSON. HOPWISE_STOP=N:before or N:after kills the script that calls, in its
group of processes, at its Nth call: before AWS has heard of it, or when AWS has done it and the answer has not come yet. HOPWISE_SERVICES
are the only services that are asked: what a design has nothing of need not be gathered.
"""

import array
import json
import os
import signal
import socket
import sys

SOCKET, REAL, ENDPOINT = sys.argv[1:4]
args = ["--endpoint-url", ENDPOINT, *sys.argv[4:]]


def call() -> int:
    if SOCKET == "":
        return os.spawnv(os.P_WAIT, REAL, [REAL, *args])
    body = json.dumps([args, dict(os.environ), os.getcwd()]).encode()
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as server:
        server.connect(SOCKET)
        streams = array.array("i", [0, 1, 2])
        server.sendmsg([len(body).to_bytes(8, "big")], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, streams)])
        server.sendall(body)
        code = server.recv(1)
    return code[0] if code else 255


def counted() -> int:
    """Which call this is of those written down."""
    path = os.environ.get("HOPWISE_CALLS")
    if not path:
        return 0
    with open(path, "a+") as calls:
        calls.write(json.dumps(sys.argv[4:]) + "\n")
        calls.seek(0)
        return sum(1 for _ in calls)


services = os.environ.get("HOPWISE_SERVICES")
if services and sys.argv[4] not in services.split():
    sys.exit(255)
number = counted()
stop, _, when = os.environ.get("HOPWISE_STOP", "").partition(":")
if stop == str(number) and when == "before":
    os.killpg(os.getpgid(0), signal.SIGKILL)
done = call()
if stop == str(number) and when == "after":
    os.killpg(os.getpgid(0), signal.SIGKILL)
sys.exit(done)
