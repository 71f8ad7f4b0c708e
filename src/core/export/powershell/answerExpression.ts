import { upperFirst } from '../../base/words.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { type Piece, piecesOf, type Word } from '../steps/argument.ts'
import { wordExpression } from './expression.ts'

/**
 * What a query in JMESPath picks of an answer, as properties of the object that a cmdlet gives. It knows as much of JMESPath as the
 * steps use: names, indexes, filters of comparisons, all values of a map, several members at once.
 */
export function answerExpression(stack: StackPlan | null, query: Word, answer: string): string {
  const pieces = piecesOf(query)
  // Every second piece is a value: it stands in the query as a mark, and is put back where a filter compares with it
  const marked = pieces.map((piece, index) => (index % 2 === 0 ? (piece as string) : `\uFFFE${index}\uFFFF`)).join('')
  return marked.split(' | ').reduce((base, stage) => follow(stack, pieces, base, stage), answer)
}

const STEP = /^(?:\.?([A-Za-z]\w*)|\.?"([^"]+)"|\[\]|\[(\d+)\]|\[\?((?:[^\]`]|`[^`]*`)+)\]|\.(\*)|\.\[([A-Za-z, ]+)\])/

function follow(stack: StackPlan | null, pieces: readonly Piece[], start: string, stage: string): string {
  let base = start
  let rest = stage
  while (rest !== '') {
    const found = STEP.exec(rest)
    if (!found) throw new Error(`No way is known to say ${rest} of an answer in PowerShell`)
    const [whole, name, quoted, index, filter, values, several] = found
    if (name !== undefined) base = `${base}.${upperFirst(name)}`
    else if (quoted !== undefined) base = `(ValueAt ${base} '${quoted}')`
    else if (index !== undefined) base = `@(${base})[${index}]`
    else if (filter !== undefined) base = `@(${base} | Where-Object { ${conditionOf(stack, pieces, filter)} })`
    else if (values !== undefined) base = `${base}.Values`
    else if (several !== undefined)
      base = `(${base} | ForEach-Object { ${several
        .split(',')
        .map((one) => `[string]$_.${one.trim()}`)
        .join('; ')} })`
    rest = rest.slice(whole.length)
  }
  return base
}

const conditionOf = (stack: StackPlan | null, pieces: readonly Piece[], filter: string): string =>
  filter
    .split(' && ')
    .map((one) => {
      const [, path, operator, text] =
        /^(?:to_string\()?([\w.":-]+?)\)?(==|!=)(?:'([^']*)'|`([^`]*)`)$/.exec(one.replace(/`([^`]*)`/, "'$1'")) ?? []
      if (path === undefined) throw new Error(`No way is known to ask ${one} in PowerShell`)
      const [head, map] = path.split('.')
      // A quoted name is a key of a map, any other a property
      const own = map?.startsWith('"')
        ? `(ValueAt $_.${upperFirst(head!)} '${map.replaceAll('"', '')}')`
        : `[string]$_.${path.split('.').map(upperFirst).join('.')}`
      return `(${own}) -${operator === '==' ? 'ceq' : 'cne'} ${wordExpression(stack, wordsOf(pieces, text!))}`
    })
    .join(' -and ')

const wordsOf = (pieces: readonly Piece[], text: string): readonly Piece[] =>
  text.split(/(\uFFFE\d+\uFFFF)/).flatMap((part): Piece[] => {
    const mark = /^\uFFFE(\d+)\uFFFF$/.exec(part)
    if (mark) return [pieces[Number(mark[1])]!]
    return part === '' ? [] : [part]
  })
