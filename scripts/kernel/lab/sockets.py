"""Opens sockets in network namespaces: listens, asks name servers, dials. Told what to do by lines of JSON on stdin, answers by lines on stdout."""
import asyncio, ctypes, json, os, random, socket, struct, sys

LIBC = ctypes.CDLL("libc.so.6", use_errno=True)
CLONE_NEWNET = 0x40000000
IP_PKTINFO = 8  # not in every Python
INFOS = {(socket.IPPROTO_IP, IP_PKTINFO), (socket.IPPROTO_IPV6, socket.IPV6_PKTINFO)}
HOME = os.open("/proc/self/ns/net", os.O_RDONLY)


def enter(fd):
    if LIBC.setns(fd, CLONE_NEWNET) != 0:
        raise OSError(ctypes.get_errno(), "setns")


class Inside:
    """The namespace of that name while the block runs: sockets that are opened in it stay there."""

    def __init__(self, name):
        self.fd = os.open("/run/netns/" + name, os.O_RDONLY)

    def __enter__(self):
        enter(self.fd)

    def __exit__(self, *_):
        enter(HOME)
        os.close(self.fd)


def prepare(space, forwards):
    settings = {
        "ipv4/ip_forward": int(forwards),
        "ipv4/conf/all/rp_filter": 0,
        "ipv4/conf/default/rp_filter": 0,
        "ipv4/conf/all/accept_local": 1,
        "ipv4/conf/default/accept_local": 1,
        "ipv4/conf/all/send_redirects": 0,
        "ipv4/conf/default/send_redirects": 0,
        "ipv6/conf/all/disable_ipv6": 0,
        "ipv6/conf/default/disable_ipv6": 0,
        "ipv6/conf/all/forwarding": int(forwards),
        "ipv6/conf/default/forwarding": int(forwards),
        "ipv6/conf/default/accept_ra": 0,
        # no addresses but those that are given: 1 = none
        "ipv6/conf/default/addr_gen_mode": 1,
        "ipv6/ip_nonlocal_bind": 1,
    }
    with Inside(space):
        for name, value in settings.items():
            with open("/proc/sys/net/" + name, "w") as file:
                file.write(str(value))


def family(address):
    return socket.AF_INET6 if ":" in address else socket.AF_INET


def tcp(address):
    one = socket.socket(family(address), socket.SOCK_STREAM)
    one.setblocking(False)
    one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    return one


SERVERS = {}
SERVING = set()


async def serve(one, owner):
    loop = asyncio.get_running_loop()
    try:
        await asyncio.wait_for(loop.sock_recv(one, 1), 5)
        await loop.sock_sendall(one, owner.encode())
    except (OSError, asyncio.TimeoutError):
        pass  # whoever asked is gone: what it saw is what counts
    finally:
        one.close()


def accept(server, owner):
    try:
        one, _ = server.accept()
    except OSError:
        return
    one.setblocking(False)
    task = asyncio.ensure_future(serve(one, owner))
    SERVING.add(task)
    task.add_done_callback(SERVING.discard)


def udp(address):
    one = socket.socket(family(address), socket.SOCK_DGRAM)
    one.setblocking(False)
    return one


def keep_apart(one, address):
    """An IPv6 socket takes no IPv4."""
    if ":" in address:
        one.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)


REFUSED = b"\0"


def reply(server, answer):
    """Answers by the address that was asked, which may be any of a namespace."""
    try:
        _, about, _, asker = server.recvmsg(200, 200)
        level, kind, asked = next(one for one in about if one[:2] in INFOS)
        # struct in_pktinfo: interface, the address to send from, the address in the packet's head; struct in6_pktinfo: address, interface
        own = asked[:16] + bytes(4) if level == socket.IPPROTO_IPV6 else struct.pack("=I4s4s", 0, asked[8:12], bytes(4))
        server.sendmsg([answer], [(level, kind, own)], 0, asker)
    except OSError:
        pass  # a filter on its way out: what the asker sees is what counts


def listen(lab, listeners):
    loop = asyncio.get_running_loop()
    for one in listeners:
        with Inside(one["space"]):
            for port, answer in [(p, one["owner"].encode()) for p in one["udp"]] + [(p, REFUSED) for p in one["udpClosed"]]:
                server = udp(one["address"])
                keep_apart(server, one["address"])
                if ":" in one["address"]:
                    server.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_RECVPKTINFO, 1)
                else:
                    server.setsockopt(socket.IPPROTO_IP, IP_PKTINFO, 1)
                server.bind((one["address"], port))
                SERVERS.setdefault(lab, []).append(server)
                loop.add_reader(server, reply, server, answer)
            for port in one["ports"]:
                server = tcp(one["address"])
                keep_apart(server, one["address"])
                server.bind((one["address"], port))
                server.listen(1024)
                SERVERS.setdefault(lab, []).append(server)
                loop.add_reader(server, accept, server, one["owner"])


def close(lab):
    loop = asyncio.get_running_loop()
    for server in SERVERS.pop(lab, []):
        loop.remove_reader(server)
        server.close()


async def dial(one, patience):
    """answered (and who said so), refused, or lost."""
    loop = asyncio.get_running_loop()
    with Inside(one["space"]):
        own = tcp(one["to"]) if one["protocol"] == "tcp" else udp(one["to"])
    try:
        own.bind((one["source"], one["sport"]))
        await asyncio.wait_for(loop.sock_connect(own, (one["to"], one["port"])), patience)
        await loop.sock_sendall(own, b"?")
        owner = await asyncio.wait_for(loop.sock_recv(own, 200), patience)
        if owner == REFUSED:
            return {"how": "refused", "by": None}
        return {"how": "answered", "by": owner.decode()}
    except ConnectionRefusedError:
        return {"how": "refused", "by": None}
    except (asyncio.TimeoutError, OSError):
        return {"how": "lost", "by": None}
    finally:
        own.close()


def question(name):
    labels = b"".join(bytes([len(part)]) + part.encode() for part in name.split("."))
    number = random.randrange(65536)
    return number, struct.pack(">HHHHHH", number, 0x0100, 1, 0, 0, 0) + labels + b"\0" + struct.pack(">HH", 1, 1)


def skip_name(data, at):
    while data[at] != 0:
        if data[at] >= 0xC0:
            return at + 2
        at += data[at] + 1
    return at + 1


def addresses_in(data):
    questions, answers = struct.unpack(">HH", data[4:8])
    at = 12
    for _ in range(questions):
        at = skip_name(data, at) + 4
    found = []
    for _ in range(answers):
        at = skip_name(data, at)
        kind, _, _, length = struct.unpack(">HHIH", data[at : at + 10])
        at += 10
        if kind == 1:
            found.append(socket.inet_ntoa(data[at : at + length]))
        at += length
    return found


async def look_up(one, patience):
    """The addresses of a name, none where there is no such name; null where nobody answers."""
    loop = asyncio.get_running_loop()
    with Inside(one["space"]):
        own = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    own.setblocking(False)
    try:
        own.bind((one["source"], one["sport"]))
        own.connect((one["server"], 53))
        number, data = question(one["name"])
        await loop.sock_sendall(own, data)
        answer = await asyncio.wait_for(loop.sock_recv(own, 65535), patience)
        return addresses_in(answer) if answer[:2] == struct.pack(">H", number) else None
    except (asyncio.TimeoutError, OSError):
        return None
    finally:
        own.close()


async def handle(told):
    what = told["do"]
    if what == "prepare":
        return [prepare(one["name"], one["forwards"]) for one in told["spaces"]] and None
    if what == "listen":
        return listen(told["lab"], told["listeners"])
    if what == "close":
        return close(told["lab"])
    each = {"dial": dial, "lookUp": look_up}[what]
    return await asyncio.gather(*(each(one, told["patience"]) for one in told["list"]))


async def answer(line):
    told = json.loads(line)
    try:
        said = {"id": told["id"], "value": await handle(told)}
    except Exception as error:
        said = {"id": told["id"], "error": repr(error)}
    sys.stdout.write(json.dumps(said) + "\n")
    sys.stdout.flush()


async def main():
    loop = asyncio.get_running_loop()
    reader = asyncio.StreamReader(limit=64 * 1024 * 1024)
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    tasks = set()
    while line := await reader.readline():
        task = asyncio.ensure_future(answer(line))
        tasks.add(task)
        task.add_done_callback(tasks.discard)


asyncio.run(main())
