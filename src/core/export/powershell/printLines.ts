import { upperFirst } from '../../base/words.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { type Arguments, filters, held } from '../steps/argument.ts'
import type { Call, Helper, Reader, TaggedSearch } from '../steps/call.ts'
import type { Line, RecordAs } from '../steps/line.ts'
import { answerExpression } from './answerExpression.ts'
import { cmdletOf } from './cmdlets.ts'
import { blockExpression, heldName, idExpression, parametersOf, valueExpression, wordExpression } from './expression.ts'
import { quotePowerShell } from './quotePowerShell.ts'
import { waiterReader } from './waiterReader.ts'

export const printLines = (stack: StackPlan | null, lines: readonly Line[]): string =>
  lines.map((line) => printLine(stack, line)).join('\n')

export const indent = (text: string): string => `  ${text.replaceAll('\n', '\n  ')}`
const block = (text: string): string => (text.includes('\n') ? `{\n${indent(text)}\n}` : `{ ${text} }`)
/** `list_by_tag` as a function of PowerShell. */
const functionName = (name: Helper): string => name.split('_').map(upperFirst).join('')
const words = (stack: StackPlan | null, of: Extract<Reader, { helper: Helper }>): string =>
  [functionName(of.helper), ...of.words.map((word) => wordExpression(stack, word))].join(' ')

function printLine(stack: StackPlan | null, one: Line): string {
  switch (one.line) {
    case 'run': {
      const call = printCall(stack, one.call)
      const [word, codes] = one.persist
        ? ['Persist', one.persist]
        : one.retryOn
          ? ['Retry', one.retryOn]
          : ['Allow', one.done]
      return codes === undefined ? `$null = ${call}` : `$null = ${word} ${quotePowerShell(codes)} ${block(call)}`
    }
    case 'make': {
      const own = idExpression(stack!, one.key)
      return whenMissing(stack, one.type, one.record, one.find && printReader(stack, one.find), [
        printLines(stack, one.before),
        `${own} = ${printReader(stack, one.from)}`,
        recordLine(stack, one.type, one.record, own),
      ])
    }
    case 'once': {
      const id = wordExpression(stack, one.id)
      const found = one.find && printReader(stack, one.find)
      const finder = found === null || one.type === 'mark' ? found : `if (${found}) { ${id} }`
      return whenMissing(stack, one.type, one.record, finder, [
        printLines(stack, one.lines),
        ...(one.as === null ? [] : [`${idExpression(stack!, one.as.key)} = ${idExpression(stack!, one.as.of)}`]),
        recordLine(stack, one.type, one.record, id),
      ])
    }
    case 'lost': {
      const { region, name } = one.record
      const search = printCall(stack, searchCall(one.search, { [one.idFilter]: held('id') }))
      return `Lost ${wordExpression(stack, region)} '${name}' ${block(`Text (${search})`)}`
    }
    case 'look up': {
      const own = idExpression(stack!, one.key)
      return `${own} = ${printReader(stack, one.from)}\nKnown ${own} ${quotePowerShell(one.what)}`
    }
    case 'block':
      return `${blockExpression(stack!, one.key)} = ${mustTell(stack, one.what, one.from)}`
    case 'read':
      return `${heldName(one.into)} = ${one.what === null ? printReader(stack, one.from) : mustTell(stack, one.what, one.from)}`
    case 'set':
      return `${heldName(one.into)} = ${wordExpression(stack, one.text)}`
    case 'wait':
      return `WaitFor ${quotePowerShell(one.wanted)} ${block(printReader(stack, one.from))}`
    case 'waiter': {
      const { wanted, from } = waiterReader(one.call)
      return `WaitFor ${quotePowerShell(wanted)} ${block(printReader(stack, from))}`
    }
    case 'helper':
      return words(stack, one)
    case 'after':
      return `Known ${idExpression(stack!, one.key)} 'what this waits for'`
    case 'if':
      return `if (${heldName(one.held)} -ceq ${quotePowerShell(one.is)}) {\n${indent(printLines(stack, one.lines))}\n}`
    case 'check':
      return `Check ${block(`Text (${printCall(stack, one.call)})`)} ${quotePowerShell(one.gone ?? '')}`
    case 'tell':
      return `Say (${quotePowerShell(`${one.words} `)} + (${printReader(stack, one.from)}))`
    case 'data':
      return `if (MayDelete $recorded) {\n${indent(printLines(stack, one.lines))}\n}`
    case 'nothing':
      return `# ${one.why}`
  }
}

const mustTell = (stack: StackPlan | null, what: string, from: Reader): string =>
  `MustTell ${quotePowerShell(what)} ${block(printReader(stack, from))}`

/** An expression or a command whose output is the text that the reader tells. */
export function printReader(stack: StackPlan | null, reader: Reader): string {
  if ('helper' in reader) return words(stack, reader)
  if ('text' in reader) return wordExpression(stack, reader.text)
  if ('tagged' in reader) {
    const own: Arguments = { 'tag:hopwise:design': held('design'), 'tag:hopwise:id': reader.tagged.key }
    return `Text (${printCall(stack, searchCall(reader.tagged, own))})`
  }
  const { operation, region, parameters } = reader.call
  // The cmdlet takes a schema of its own kind, and no tags
  if (operation === 'dynamodb create-table') {
    const { TableName, AttributeDefinitions, Tags } = parameters
    const [key] = AttributeDefinitions as readonly Arguments[]
    const given = [TableName!, key!.AttributeName!, key!.AttributeType!, Tags!]
    return `NewTable ${wordExpression(stack, region)} ${given.map((one) => valueExpression(stack, one)).join(' ')}`
  }
  const text = `Text (${printCall(stack, reader.call)})`
  const allowed = reader.done === undefined ? text : `Allow ${quotePowerShell(reader.done)} ${block(text)}`
  return reader.retryOn === undefined ? allowed : `Retry ${quotePowerShell(reader.retryOn)} ${block(allowed)}`
}

const searchCall = (search: TaggedSearch, own: Arguments): Call => ({
  operation: `ec2 ${search.operation}`,
  region: search.region,
  parameters: {
    [search.filterName]: [
      ...(search.state === null ? [] : filters({ [search.state[0]]: search.state[1] })),
      ...filters(own as Record<string, never>),
    ],
  },
  query: search.query,
})

/** `New-EC2Subnet` with its Region and parameters, one a line; with a query the answer is asked for whole, and what is wanted of it picked. */
export function printCall(stack: StackPlan | null, { operation, region, parameters, query }: Call): string {
  const { parameters: own, query: picked, whole } = adapted(operation, parameters, query)
  const options = [
    ['Region', wordExpression(stack, region)] as const,
    ...parametersOf(stack, own),
    ...(query === null || !whole ? [] : [['Select', "'*'"] as const]),
  ]
  const call = [cmdletOf(operation), ...options.map(([name, value]) => `-${name} ${value}`)].join(' `\n  ')
  return picked === null ? call : answerExpression(stack, picked, `(${call})`)
}

/** Where a cmdlet differs from its operation. Sources: the generated cmdlets, and `ServiceConfig` as above. */
function adapted(operation: string, parameters: Arguments, query: Call['query']) {
  const same = { parameters, query, whole: true }
  switch (operation) {
    case 'ec2 run-instances': {
      // answers with the reservation by itself
      const { Count, ...others } = parameters
      return { parameters: { MinCount: Count, MaxCount: Count, ...others }, query, whole: false }
    }
    case 'ec2 describe-instances':
    case 'ec2 terminate-instances': {
      const { InstanceIds, ...others } = parameters
      return { ...same, parameters: { InstanceId: InstanceIds, ...others } }
    }
    case 'ec2 create-network-acl-entry': {
      const { Ingress, Egress, ...others } = parameters
      return { ...same, parameters: { ...others, Egress: Egress === true && Ingress === undefined } }
    }
    case 'lambda create-function': {
      const { ZipFile, ...others } = parameters
      return { ...same, parameters: { ...others, Code_ZipFile: ZipFile } }
    }
    default: {
      if (!operation.startsWith('s3api ')) return same
      const { Bucket, Tagging, ...others } = parameters
      const tags = Tagging === undefined ? {} : { TagSet: (Tagging as Arguments).TagSet }
      return { ...same, parameters: { BucketName: Bucket, ...tags, ...others } }
    }
  }
}

function whenMissing(
  stack: StackPlan | null,
  type: string,
  { region, name }: RecordAs,
  finder: string | null,
  body: readonly string[],
): string {
  const find = finder === null ? '' : ` ${block(finder)}`
  return `if (Missing '${type}' ${wordExpression(stack, region)} '${name}'${find}) {\n${body
    .filter((one) => one !== '')
    .map(indent)
    .join('\n')}\n}`
}

const recordLine = (stack: StackPlan | null, type: string, { region, name }: RecordAs, id: string): string =>
  `Record '${type}' ${wordExpression(stack, region)} '${name}' ${id}`
