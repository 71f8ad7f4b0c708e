import { LAMBDA_ZIP } from '../aws/lambdaZip.ts'
import { holdsCode } from '../commands/optionsOf.ts'
import { printCall } from '../commands/printCall.ts'
import { printWord, variable, variableOf } from '../commands/word.ts'
import type { StackPlan } from '../plan/planExport.ts'
import type { Reader, TaggedSearch } from '../steps/call.ts'
import type { Line, RecordAs } from '../steps/line.ts'
import { quoteShell } from '../text/quoteShell.ts'

/** Lines as commands of the shell. Those of a teardown are of no stack. */
export const printLines = (stack: StackPlan | null, lines: readonly Line[]): string =>
  lines.map((line) => printLine(stack, line)).join('\n')

export const indent = (text: string): string => `  ${text.replaceAll('\n', '\n  ')}`

function printLine(stack: StackPlan | null, one: Line): string {
  switch (one.line) {
    case 'run': {
      const words = [prefix('allow', one.done), prefix('retry', one.retryOn), prefix('persist', one.persist)]
      return `${words.join('')}${printCall(stack, one.call)}${one.quiet ? ' >/dev/null' : ''}`
    }
    case 'make': {
      const own = variable(stack!, one.key)
      return whenMissing(stack, one.type, one.record, one.find === null ? '' : printReader(stack, one.find), [
        printLines(stack, one.before),
        ...('call' in one.from && holdsCode(one.from.call.parameters) ? UNPACK : []),
        `${variableOf(stack!, one.key)}=$(${printReader(stack, one.from)})`,
        recordLine(stack, one.type, one.record, own),
      ])
    }
    case 'once': {
      const id = printWord(stack, one.id)
      const found = one.find === null ? '' : printReader(stack, one.find)
      const finder = one.type === 'mark' || found === '' ? found : `if_there ${id} ${found}`
      return whenMissing(stack, one.type, one.record, finder, [
        printLines(stack, one.lines),
        ...(one.as === null ? [] : [`${variableOf(stack!, one.as.key)}=${variable(stack!, one.as.of)}`]),
        recordLine(stack, one.type, one.record, id),
      ])
    }
    case 'lost': {
      const { operation, query } = one.search
      const words = [one.record.name, one.idFilter, query, operation, ...searchWords(one.search)].map(quoteShell)
      return ['lost', printWord(stack, one.record.region), ...words].join(' ')
    }
    case 'look up':
      return [
        `${variableOf(stack!, one.key)}=$(${printReader(stack, one.from)})`,
        `known ${variable(stack!, one.key)} ${quoteShell(one.what)}`,
      ].join('\n')
    case 'block':
      return `${variableOf(stack!, one.key)}_block=$(must_tell ${quoteShell(one.what)} ${printReader(stack, one.from)})`
    case 'read': {
      const told = one.what === null ? '' : `must_tell ${quoteShell(one.what)} `
      return `${one.into}=$(${told}${printReader(stack, one.from)})`
    }
    case 'set':
      return `${one.into}=${printWord(stack, one.text)}`
    case 'wait':
      return `wait_for ${quoteShell(one.wanted)} ${printReader(stack, one.from)}`
    case 'waiter':
      return printCall(stack, { ...one.call, operation: one.call.operation.replace(' ', ' wait ') })
    case 'helper':
      return [one.helper, ...one.words.map((word) => printWord(stack, word))].join(' ')
    case 'after':
      return `: ${variable(stack!, one.key)}`
    case 'if':
      return [`if [[ $${one.held} == ${one.is} ]]; then`, indent(printLines(stack, one.lines)), 'fi'].join('\n')
    case 'check':
      return [
        `problem=$(${printCall(stack, one.call)})`,
        `[[ -z $problem || $problem == None${one.gone === undefined ? '' : ` || $problem == ${one.gone}`} ]] || fail "$problem"`,
      ].join('\n')
    case 'tell':
      return `say "${one.words} $(${printReader(stack, one.from)})"`
    case 'data':
      return [`if may_delete "$id"; then`, indent(printLines(stack, one.lines)), 'fi'].join('\n')
    case 'nothing':
      return `: # ${one.why}`
  }
}

/** The function’s code, for the AWS CLI to read. */
const UNPACK = ['code=$(mktemp)', `printf %s ${LAMBDA_ZIP} | base64 --decode >"$code"`]

const prefix = (word: string, codes: string | undefined): string =>
  codes === undefined ? '' : `${word} ${quoteShell(codes)} `

/** A command that prints what the reader tells. */
export function printReader(stack: StackPlan | null, reader: Reader): string {
  if ('call' in reader)
    return `${prefix('allow', reader.done)}${prefix('retry', reader.retryOn)}${printCall(stack, reader.call)}`
  if ('helper' in reader) return [reader.helper, ...reader.words.map((word) => printWord(stack, word))].join(' ')
  if ('text' in reader) return `printf %s ${printWord(stack, reader.text)}`
  const { region, key, operation, query } = reader.tagged
  return [
    'by_tag',
    printWord(stack, region),
    ...[key, query, operation, ...searchWords(reader.tagged)].map(quoteShell),
  ].join(' ')
}

const searchWords = ({ filterName, state }: TaggedSearch): readonly string[] => [
  `--${filterName.toLowerCase()}`,
  ...(state === null ? [] : [`Name=${state[0]},Values=${state[1].join(',')}`]),
]

/** `body` in the branch that runs when it is neither recorded nor found by `finder`. */
function whenMissing(
  stack: StackPlan | null,
  type: string,
  { region, name }: RecordAs,
  finder: string,
  body: readonly string[],
): string {
  const head = ['if missing', type, printWord(stack, region), name, finder].filter((word) => word !== '').join(' ')
  return [`${head}; then`, ...body.filter((one) => one !== '').map(indent), 'fi'].join('\n')
}

const recordLine = (stack: StackPlan | null, type: string, { region, name }: RecordAs, id: string): string =>
  `record ${type} ${printWord(stack, region)} ${name} ${id}`
