/** What the exported function does: resolves a name and tries to connect, so that the drawn requests can be tried from it. */
export const LAMBDA_CODE = `import socket


def handler(event, context):
    host, port = event["host"], int(event.get("port", 443))
    answers = sorted({found[4][0] for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)})
    results = {}
    for address in answers:
        try:
            socket.create_connection((address, port), timeout=3).close()
            results[address] = "connected"
        except OSError as error:
            results[address] = str(error)
    return results
`
