import type { AddressInfo, Server } from 'node:net'

/** Listens on the first free port from `port` on, trying `tries` of them; gives the one it got, or null where all are taken. */
export async function listenNear(server: Server, host: string, port: number, tries: number): Promise<number | null> {
  for (let at = port; at < port + tries && at <= 65535; at++)
    try {
      await listen(server, host, at)
      return (server.address() as AddressInfo).port
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    }
  return null
}

const listen = (server: Server, host: string, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
