import { existsSync } from 'node:fs'
import { isIPv6 } from 'node:net'
import { join } from 'node:path'
import type { Command } from '../command.ts'
import { createPageServer } from '../serve/createPageServer.ts'
import { listenNear } from '../serve/listenNear.ts'
import { openBrowser } from '../serve/openBrowser.ts'
import { Unusable } from '../unusable.ts'

const HOST = '127.0.0.1'
const PORT = 4173
/** So many ports are tried where the usual one is taken; one that was asked for is taken or not. */
const TRIES = 20
/** The page lies beside the command line that was built with it. */
const PAGE = join(import.meta.dirname, '../web')

/** `serve [--port N] [--host NAME] [--no-open]`, and what `hopwise` alone does: serves the page to this machine until it is stopped. */
export const serveCommand: Command = {
  usage: '[serve] [--port N] [--host NAME] [--no-open]',
  summary: `opens the app in the browser, served on http://${HOST}:${PORT}`,
  options: { port: { type: 'string' }, host: { type: 'string' }, 'no-open': { type: 'boolean' } },
  async run({ positionals, values }, print) {
    if (positionals.length > 0) throw new Unusable(`serve takes no “${positionals[0]}”; see hopwise help`)
    const asked = readPort(typeof values.port === 'string' ? values.port : undefined)
    const host = typeof values.host === 'string' ? values.host : HOST
    if (!existsSync(join(PAGE, 'index.html'))) throw new Unusable(`${PAGE} holds no built page; see npm run build`)
    const server = createPageServer(PAGE)
    const port = await listenNear(server, host, asked ?? PORT, asked === null ? TRIES : 1).catch((error: Error) => {
      throw new Unusable(`cannot serve on ${host}: ${error.message}`)
    })
    if (port === null) throw new Unusable(`port ${asked ?? PORT} is taken; give another with --port`)
    const url = `http://${isIPv6(host) ? `[${host}]` : host}:${port}`
    print(`Hopwise is served on ${url} until you stop it with Ctrl+C.`)
    if (asked === null && port !== PORT)
      print(`Port ${PORT} is taken. Browsers keep work by address: what you drew on port ${PORT} is not listed here.`)
    if (!values['no-open']) openBrowser(url)
    return 0
  },
}

function readPort(value: string | boolean | undefined): number | null {
  if (value === undefined) return null
  const port = typeof value === 'string' && /^\d{1,5}$/.test(value) ? Number(value) : Number.NaN
  if (!(port <= 65535)) throw new Unusable('--port must be a whole number from 0 to 65535')
  return port
}
