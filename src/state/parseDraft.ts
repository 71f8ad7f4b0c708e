import type { AccessRequest } from '../core/model/index.ts'
import { readCall } from './readCall.ts'
import type { RequestDraft } from './types.ts'

const MOST_LETTERS = 255
const WEB_PORTS: Readonly<Record<string, number>> = { http: 80, https: 443 }

/** The request that a draft says, or a sentence about what it lacks. A pasted web address gives host and port. */
export function parseDraft(draft: RequestDraft): AccessRequest | string {
  const from = draft.from.trim()
  if (from === '') return 'Choose a client that the request comes from.'
  const { host, port: hostPort } = readDestination(draft.to.trim())
  if (host === '') return 'Type a host name or an address, or choose a construct, that the request goes to.'
  if (host.length > MOST_LETTERS || from.length > MOST_LETTERS) return `A name has at most ${MOST_LETTERS} characters.`
  if (hasControls(host) || hasControls(from)) return 'A name cannot hold control characters.'
  const size = draft.packetSize.trim()
  const packetSize = /^\d{1,5}$/.test(size) ? Number(size) : Number.NaN
  if (size !== '' && !(packetSize >= 20 && packetSize <= 65535))
    return 'A packet size is a whole number of bytes from 20 to 65535.'
  const api = draft.api && readCall(draft.api)
  if (typeof api === 'string') return api
  const request = {
    from,
    to: host,
    protocol: draft.protocol,
    ...(size !== '' && { packetSize }),
    ...(api && { api }),
  }
  if (draft.protocol === 'icmp') return { ...request, port: null }
  const text = draft.port.trim()
  if (hostPort === null && text === '') return 'Type a port, such as 443.'
  const port = hostPort ?? (/^\d{1,5}$/.test(text) ? Number(text) : Number.NaN)
  return port <= 65535 ? { ...request, port } : 'A port is a whole number from 0 to 65535, such as 443.'
}

/** Whether a draft says the request that was asked. */
export function isAskedAs(draft: RequestDraft, asked: AccessRequest): boolean {
  const request = parseDraft(draft)
  return typeof request !== 'string' && isSameRequest(request, asked)
}

/** Whether two requests ask the same. */
export const isSameRequest = (a: AccessRequest, b: AccessRequest): boolean =>
  a.from === b.from &&
  a.to === b.to &&
  a.protocol === b.protocol &&
  a.port === b.port &&
  a.packetSize === b.packetSize &&
  JSON.stringify(a.api) === JSON.stringify(b.api)

/** Host and port of what may be a pasted `https://host/path` or `host:8443`. IPv6 addresses, with or without brackets, keep their colons. */
function readDestination(text: string): { readonly host: string; readonly port: number | null } {
  const web = /^(https?):\/\/(?:[^/?#]*@)?(\[[^\]]*\]|[^/:?#]*)(?::(\d{1,5}))?(?:[/?#].*)?$/i.exec(text)
  if (web) return { host: bare(web[2]!), port: web[3] ? Number(web[3]) : WEB_PORTS[web[1]!.toLowerCase()]! }
  const withPort = /^(\[[^\]]*\]|[^:\s]+):(\d{1,5})$/.exec(text)
  return withPort ? { host: bare(withPort[1]!), port: Number(withPort[2]) } : { host: bare(text), port: null }
}

const bare = (host: string): string => host.replace(/^\[(.*)\]$/, '$1')

const hasControls = (text: string): boolean =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/.test(text)
