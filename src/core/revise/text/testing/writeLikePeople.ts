import type { Path } from '../openText.ts'
import { isMap, type Plain, writeScalar } from '../writeValue.ts'

/** A comment, and what it stands in. */
export interface Remark {
  readonly text: string
  readonly path: Path
}
/** A choice of so many; 0 is the plainest. */
type Choose = (count: number) => number
interface Writing {
  readonly choose: Choose
  readonly remarks: Remark[]
}

/** A template as somebody may write it who knows YAML: each number chooses one of the ways in which the next thing may be said. */
export function writeLikePeople(
  value: Plain,
  numbers: readonly number[],
): { text: string; remarks: readonly Remark[] } {
  let at = 0
  const writing: Writing = { choose: (count) => numbers[at++ % numbers.length]! % count, remarks: [] }
  const { choose } = writing
  const head = [[], ['---'], ['%YAML 1.1', '---'], [remark(writing, []), '']][choose(4)]!
  const foot = [[], ['...'], ['', remark(writing, []), '']][choose(3)]!
  const lines = [...head, ...linesOf(writing, value, 0, []), ...foot]
  const end = choose(2) ? '\r\n' : '\n'
  const text = lines.join('\n').replaceAll('\n', end) + (choose(3) === 1 ? '' : end)
  return { text, remarks: writing.remarks.filter((one) => text.includes(one.text)) }
}

function remark({ remarks }: Writing, path: Path): string {
  const text = `# it's {remark}, [no]: ${remarks.length}.`
  remarks.push({ text, path })
  return text
}
/** What may stand behind a value on its line. */
const behind = (writing: Writing, path: Path): string =>
  ['', '', ` ${remark(writing, path)}`, `\t${remark(writing, path)}`][writing.choose(4)]!
/** Lines that may stand between members. */
const between = (writing: Writing, indent: number, path: Path): readonly string[] =>
  [
    [],
    [],
    [''],
    [pad(indent) + remark(writing, path)],
    [`${pad(indent)}${remark(writing, path)}`, '', `${pad(indent)}${remark(writing, path)}`],
    [pad(indent)],
  ][writing.choose(6)]!
const pad = (indent: number): string => ' '.repeat(indent)

const SHORT = /^(?:Ref|Fn::(?:If|Sub|GetAtt|Join))$/

/** The tag of a function in its short form and what stands behind it, or the value as it is. */
function tagged({ choose }: Writing, value: Plain): { tag: string; inner: Plain; step: Path } {
  const [only, ...more] = isMap(value) ? Object.entries(value) : []
  if (!only || more.length > 0 || !SHORT.test(only[0]) || choose(3) === 2) return { tag: '', inner: value, step: [] }
  const [name, argument] = only
  const inner = name === 'Fn::GetAtt' && Array.isArray(argument) && choose(2) ? argument.join('.') : argument
  return { tag: `!${name.replace('Fn::', '')} `, inner, step: [name] }
}

/** A map or a list in lines, each with its indentation. */
function linesOf(writing: Writing, value: Plain, indent: number, path: Path): readonly string[] {
  const { choose } = writing
  if (isMap(value))
    return Object.entries(value).flatMap(([key, one]) => {
      const own = [...path, key]
      const before = between(writing, indent, path)
      const name = keyText(key, choose)
      if (choose(12) === 11) {
        const [first, ...rest] = memberOf(writing, one, indent, own, false)
        return [...before, `${pad(indent)}? ${name}${behind(writing, own)}`, `${pad(indent)}:${first}`, ...rest]
      }
      const [first, ...rest] = memberOf(writing, one, indent, own, false)
      return [...before, `${pad(indent)}${name}${choose(9) === 8 ? ' ' : ''}:${first}`, ...rest]
    })
  return (value as readonly Plain[]).flatMap((one, index) => {
    const own = [...path, index]
    const [first, ...rest] = memberOf(writing, one, indent, own, true)
    return [...between(writing, indent, path), `${pad(indent)}-${first}`, ...rest]
  })
}

/** What stands behind a colon or a dash, and the lines below. */
function memberOf(writing: Writing, value: Plain, indent: number, path: Path, isItem: boolean): readonly string[] {
  const { choose } = writing
  const anchor = choose(15) === 14 ? `&a${path.join('').replaceAll(/\W/g, '')} ` : ''
  const { tag, inner, step } = tagged(writing, value)
  const own = [...path, ...step]
  const isHolder = isMap(inner) ? Object.keys(inner).length > 0 : Array.isArray(inner) && inner.length > 0
  const lead = `${tag}${anchor}`
  if (!isHolder || choose(3) === 2) {
    const isBelow = choose(8) === 7 && (inner !== null || tag !== '')
    const [first = '', ...rest] = inline(writing, inner, indent + 2, own, false, !isBelow)
    if (inner === null && first === '')
      return [`${lead.trim() === '' ? '' : ` ${lead.trim()}`}${behind(writing, path)}`]
    const end = rest.length > 0 && !/["'}\]]$/.test(rest.at(-1)!) ? '' : behind(writing, path)
    const all = [first, ...rest]
    all[all.length - 1] += end
    return isBelow
      ? [`${lead === '' ? '' : ` ${lead.trim()}`}${behind(writing, path)}`, pad(indent + 2) + all[0], ...all.slice(1)]
      : [`${['  ', ' ', ' '][choose(3)]}${lead}${all[0]}`, ...all.slice(1)]
  }
  // a list may begin where its key does, and a map behind its dash
  const inset = !isItem && Array.isArray(inner) ? [2, 0, 4][choose(3)]! : [2, 4][choose(2)]!
  const lines = linesOf(writing, inner, indent + inset, own)
  if (isItem && lead === '' && !lines[0]!.trim().startsWith('#') && lines[0]!.trim() !== '' && choose(4) !== 3)
    return [` ${pad(inset - 2)}${lines[0]!.slice(indent + inset)}`, ...lines.slice(1)]
  return [`${lead === '' ? '' : ` ${lead.trim()}`}${behind(writing, path)}`, ...lines]
}

/** A value between braces or on its line, and the lines below it. */
function inline(
  writing: Writing,
  value: Plain,
  indent: number,
  path: Path,
  isInFlow: boolean,
  mayBreak: boolean,
): readonly string[] {
  const { choose } = writing
  if (typeof value === 'string') return textOf(choose, value, indent, isInFlow, mayBreak)
  if (value === null) return [isInFlow ? ['null', '~'][choose(2)]! : ['', 'null', '~'][choose(3)]!]
  if (typeof value !== 'object') return [JSON.stringify(value)]
  const isList = Array.isArray(value)
  const items = Object.entries(value as Record<string, Plain>).map(([key, one]) => {
    const own = [...path, isList ? Number(key) : key]
    const { tag, inner, step } = tagged(writing, one)
    const said = inline(writing, inner, indent + 2, [...own, ...step], true, false).join('\n')
    if (isList) return tag + said
    const name = keyText(key, choose)
    return `${name}${name.startsWith('"') && tag === '' && choose(3) === 2 ? ':' : ': '}${tag}${said}`
  })
  const [open, close] = isList ? '[]' : '{}'
  const isBroken = items.length > 0 && choose(4) === 3
  if (!isBroken) {
    const space = choose(3) === 2 ? ' ' : ''
    const comma = items.length > 0 && choose(5) === 4 ? ',' : ''
    return [`${open}${space}${items.join([', ', ',', ' , '][choose(3)])}${comma}${space}${close}`]
  }
  const last = items.length - 1
  const body = items.flatMap((item, at) => {
    const comma = at < last || choose(3) === 2 ? ',' : ''
    const own = [...path, isList ? at : Object.keys(value)[at]!]
    const lead = choose(5) === 4 ? [`${pad(indent)}${remark(writing, path)}`] : []
    return [...lead, ...`${pad(indent)}${item}${comma}${behind(writing, own)}`.split('\n')]
  })
  return [`${open}${choose(5) === 4 ? ` ${remark(writing, path)}` : ''}`, ...body, pad(indent) + close]
}

const keyText = (key: string, choose: Choose): string =>
  writeScalar(key).startsWith('"') ? writeScalar(key) : [key, `"${key}"`, `'${key}'`][choose(3)]!

/** A text bare, in quotes, over several lines, or as a block of lines. */
function textOf(choose: Choose, text: string, indent: number, isInFlow: boolean, mayBreak: boolean): readonly string[] {
  const isPlain = !writeScalar(text).startsWith('"')
  const ways: (readonly string[])[] = [[isPlain ? text : JSON.stringify(text)], [JSON.stringify(text)]]
  if (!/[\n]/.test(text)) ways.push([writeScalar(text, "'")])
  const words = /^[a-z]+(?: [a-z]+)+$/.test(text) ? text.split(' ') : null
  if (words) ways.push([text])
  if (words && mayBreak) {
    const [first, ...rest] = words.map((word, at) => (at === 0 ? word : pad(indent) + word))
    ways.push(
      [first!, ...rest],
      [`"${first}`, ...rest.slice(0, -1), `${rest.at(-1)}"`],
      [`'${first}`, '', ...rest.slice(0, -1), `${rest.at(-1)}'`].filter((one) => one !== ''),
    )
  }
  if (!isInFlow && mayBreak && text.trim() !== '' && !/[\t\r]/.test(text)) {
    const end = /\n\n+$/.test(text) ? '+' : text.endsWith('\n') ? '' : '-'
    const inset = /^[\s]/.test(text) ? '2' : ''
    const lines = text.replace(/\n$/, '').split('\n')
    const at = pad(indent)
    const body = lines.map((line) => (line === '' ? '' : at + line))
    ways.push([`|${inset}${end}`, ...body])
    if (lines.length === 1) ways.push([`>${end}${inset}`, ...body], [`|${inset}${end} # no remark`, ...body])
  }
  return ways[choose(ways.length)]!
}
