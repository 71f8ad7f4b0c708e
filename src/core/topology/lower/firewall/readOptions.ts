import type { NameTest, StatefulRule } from '../../firewalls.ts'

/** What a rule's options ask for; `unread` = the first that is not simulated. */
export type RuleOptions = Pick<StatefulRule, 'established' | 'toServer' | 'names' | 'applications' | 'ipProtocols'> & {
  readonly priority: number
  readonly unread: string | null
}

/** Options that say nothing about which packets match, or nothing that the others leave open. Source: Suricata's rules format, meta keywords. */
const SILENT = new Set([
  'msg',
  'sid',
  'rev',
  'gid',
  'classtype',
  'reference',
  'metadata',
  'target',
  'noalert',
  'alert',
  'nocase',
  'fast_pattern',
  'ssl_state',
])
const FLOW: Readonly<Record<string, { established?: boolean; toServer?: boolean }>> = {
  established: { established: true },
  not_established: { established: false },
  stateless: {},
  to_server: { toServer: true },
  from_client: { toServer: true },
  to_client: { toServer: false },
  from_server: { toServer: false },
  no_stream: {},
  only_stream: {},
}
const BUFFERS: Readonly<Record<string, NameTest['of']>> = {
  'tls.sni': 'sni',
  tls_sni: 'sni',
  'http.host': 'host',
  http_host: 'host',
}
const IP_PROTOCOLS: Readonly<Record<string, number>> = { icmp: 1, tcp: 6, udp: 17, icmpv6: 58, 'ipv6-icmp': 58 }

/** Reads what stands between a rule's brackets: `flow:to_server; tls.sni; content:"example.com"; endswith; sid:1;`. Source: Suricata's rules format. */
export function readOptions(text: string): RuleOptions {
  let established: boolean | null = null
  let toServer: boolean | null = null
  let priority = 3 // Suricata's own, where a rule says none
  let unread: string | null = null
  let buffer: NameTest['of'] | null = null
  let dotted = false
  const names: NameTest[] = []
  const applications: RuleOptions['applications'][number][] = []
  const ipProtocols: RuleOptions['ipProtocols'][number][] = []
  const change = (more: Partial<NameTest>): void => {
    const last = names.pop()
    if (last) names.push({ ...last, ...more })
  }
  for (const { key, value } of splitOptions(text)) {
    const of = BUFFERS[key]
    if (of) {
      buffer = of
      dotted = false
    } else if (key === 'flow') {
      for (const word of value.split(',').map((one) => one.trim())) {
        const said = FLOW[word]
        if (said?.established !== undefined) established = said.established
        if (said?.toServer !== undefined) toServer = said.toServer
        if (!said) unread ??= `flow:${word}`
      }
    } else if (key === 'priority') priority = Number(value) || priority
    else if (key === 'dotprefix' && buffer) {
      dotted = true
      if (names.at(-1)?.of === buffer) change({ dotted })
    } else if (key === 'content' && buffer) {
      const content = /^(!?)\s*"((?:[^"\\|]|\\.)*)"$/.exec(value)
      if (content)
        names.push({
          of: buffer,
          text: content[2]!.replace(/\\(.)/g, '$1').toLowerCase(),
          atStart: false,
          atEnd: false,
          dotted,
          negated: content[1] === '!',
        })
      else unread ??= key
    } else if (key === 'startswith' && names.length > 0) change({ atStart: true })
    else if (key === 'endswith' && names.length > 0) change({ atEnd: true })
    else if (key === 'app-layer-protocol') applications.push(readNegated(value, (name) => ({ name })))
    else if (key === 'ip_proto') {
      const number = IP_PROTOCOLS[value.replace('!', '').trim().toLowerCase()] ?? Number(value.replace('!', ''))
      if (Number.isInteger(number)) ipProtocols.push(readNegated(value, () => ({ number })))
      else unread ??= key
    } else if (!SILENT.has(key)) unread ??= key
  }
  return { established, toServer, names, applications, ipProtocols, priority, unread }
}

const readNegated = <T extends object>(value: string, of: (text: string) => T): T & { negated: boolean } => ({
  ...of(value.replace(/^!\s*/, '').split(',')[0]!.trim().toLowerCase()),
  negated: value.startsWith('!'),
})

/** `key` and `value` of each option; quotes and backslashes keep a semicolon inside of one. */
function splitOptions(text: string): readonly { readonly key: string; readonly value: string }[] {
  return [...text.matchAll(/(?:[^;"\\]|\\.|"(?:[^"\\]|\\.)*")+/g)]
    .map(([option]) => option.trim())
    .filter((option) => option !== '')
    .map((option) => {
      const colon = option.indexOf(':')
      return colon < 0
        ? { key: option.toLowerCase(), value: '' }
        : { key: option.slice(0, colon).trim().toLowerCase(), value: option.slice(colon + 1).trim() }
    })
}
