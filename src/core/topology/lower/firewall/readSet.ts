import { appendAll } from '../../../base/appendAll.ts'
import { isIp4, parseAddress } from '../../../net/address.ts'
import { type Block, blockAt, blockOf } from '../../../net/block.ts'
import type { PortRange } from '../../../net/ports.ts'
import type { AddressSet, Chosen, PortSet } from '../../firewalls.ts'

/** What `$NAME` stands for; undefined = nobody says. */
export type Variables<T> = (name: string) => Chosen<T> | undefined

const ALL = { within: null, without: [] } as const

/** Addresses as Suricata writes them: `any`, `10.0.0.0/8`, `!$HOME_NET`, `[10.0.0.0/8,!10.1.0.0/16]`; a text = what cannot be read of it. */
export const readAddresses = (text: string, variables: Variables<Block>): AddressSet | string =>
  readSet(text, readBlock, variables)

/** Ports: `any`, `443`, `1024:65535`, `:1023`, `[80,443]`, `!22`. */
export const readPorts = (text: string, variables: Variables<PortRange>): PortSet | string =>
  readSet(text, readRange, variables)

function readSet<T>(text: string, readOne: (text: string) => T | null, variables: Variables<T>): Chosen<T> | string {
  const plain = text.trim()
  if (/^any$/i.test(plain)) return ALL
  const items = splitList(plain)
  if (items.length > 1) return joinItems(items, readOne, variables)
  const [only = ''] = items
  if (only.startsWith('!')) {
    const inner = readSet(only.slice(1), readOne, variables)
    return typeof inner === 'string' ? inner : (negate(inner) ?? `“${text}”`)
  }
  if (only.startsWith('[')) return readSet(only.slice(1, -1), readOne, variables)
  if (only.startsWith('$')) return variables(only.slice(1)) ?? `nothing says what ${only} is`
  const one = readOne(only)
  return one === null ? `“${only}” cannot be read` : { within: [one], without: [] }
}

/** What one of the items names, without what the negated ones name. */
function joinItems<T>(
  items: readonly string[],
  readOne: (text: string) => T | null,
  variables: Variables<T>,
): Chosen<T> | string {
  const within: T[] = []
  const without: T[] = []
  for (const item of items) {
    const set = readSet(item, readOne, variables)
    if (typeof set === 'string') return set
    // a set that is itself “all but …” cannot be put beside others so simply
    if (set.within === null && !item.startsWith('!')) return `“${item}” beside others`
    appendAll(within, set.within ?? [])
    appendAll(without, set.without)
  }
  return { within: within.length > 0 ? within : null, without }
}

const negate = <T>({ within, without }: Chosen<T>): Chosen<T> | null =>
  within === null ? { within: without, without: [] } : without.length === 0 ? { within: null, without: within } : null

/** The items of a list between brackets, or with nothing but commas; brackets within stay whole. */
function splitList(text: string): readonly string[] {
  const inner = text.startsWith('[') && closes(text) === text.length - 1 ? text.slice(1, -1) : text
  const items: string[] = []
  let depth = 0
  let item = ''
  for (const letter of inner) {
    if (letter === '[') depth++
    if (letter === ']') depth--
    if (letter === ',' && depth === 0) {
      items.push(item.trim())
      item = ''
    } else item += letter
  }
  return [...items, item.trim()].filter((one) => one !== '')
}

/** Where the bracket that the text begins with is closed. */
function closes(text: string): number {
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '[') depth++
    if (text[at] === ']' && --depth === 0) return at
  }
  return -1
}

function readBlock(text: string): Block | null {
  const address = parseAddress(text)
  return address === null ? blockOf(text) : blockAt(address, isIp4(address) ? 32 : 128)
}

function readRange(text: string): PortRange | null {
  const match = /^(\d{0,5})\s*(?:([:-])\s*(\d{0,5}))?$/.exec(text)
  if (!match || text === '') return null
  const from = Number(match[1] || 0)
  const to = match[2] === undefined ? from : Number(match[3] || 65535)
  return from <= to && to <= 65535 ? { from, to } : null
}
