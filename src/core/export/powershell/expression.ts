import { hexOf } from '../../base/hash.ts'
import { upperFirst } from '../../base/words.ts'
import { LAMBDA_ZIP } from '../aws/lambdaZip.ts'
import { isLater, isList, regionCalled } from '../aws/value.ts'
import { jsonWord } from '../commands/word.ts'
import { nameOf, type StackPlan } from '../plan/planExport.ts'
import {
  type Argument,
  type Arguments,
  isPiece,
  isShort,
  isTold,
  isWord,
  piecesOf,
  said,
  type Told,
  type Word,
} from '../steps/argument.ts'
import { code, joinTexts, type Language, type Resolved, resolvePiece } from '../steps/resolvePiece.ts'
import { physicalWord } from '../text/physicalWord.ts'
import { quotePowerShell } from './quotePowerShell.ts'

/** `$id['Subnet1']`. Variables of PowerShell do not tell letters of either case apart, names of parts do. */
export const idExpression = (stack: StackPlan, key: string): string => `$id['${nameOf(stack, key)}']`
export const blockExpression = (stack: StackPlan, key: string): string => `$block['${nameOf(stack, key)}']`

/** A word as an expression. */
export function wordExpression(stack: StackPlan | null, word: Word): string {
  const pieces = joinTexts(piecesOf(word).flatMap((piece) => resolvePiece(POWERSHELL, stack, piece)))
  const printed = pieces.map((piece) => (typeof piece === 'string' ? quotePowerShell(piece) : piece.code))
  if (printed.length === 0) return "''"
  if (printed.length === 1) return printed[0]!
  // What stands first says that the others are joined as texts
  return `(${typeof pieces[0] === 'string' ? '' : "'' + "}${printed.join(' + ')})`
}

const POWERSHELL: Language = {
  id: idExpression,
  block(stack, { from, number }) {
    const whole = stack.byKey.has(from) ? blockExpression(stack, from) : idExpression(stack, from)
    return number === null ? whole : `(Nth64 ${whole} ${number})`
  },
  partition: (stack) => `(PartitionOf ${regionExpression(stack)})`,
  variable: (name) => `$value['${name}']`,
  told: (stack, one) => [told(stack, one)],
}

/** What only a running script has. */
function told(stack: StackPlan | null, one: Told): Resolved {
  switch (one.told) {
    case 'held':
      if (one.cut !== undefined)
        return code(`(${heldName(one.name)} -split '\\s+')[${one.cut === 'first word' ? 0 : -1}]`)
      return code(heldName(one.name))
    case 'bare id':
      return code(`(${idExpression(stack!, one.of)} -replace '^.*/', '')`)
    case 'token':
      return code(`($token + '-${hexOf(one.key, 12)}' + $again)`)
    case 'physical name':
      return code(`($design + '-${physicalWord(one.key)}')`)
    case 'short name':
      return code(`(ShortName ${quotePowerShell(JSON.stringify(one.key).slice(1, -1))})`)
    case 'comment':
      return code(`('hopwise ' + $design + ${quotePowerShell(` ${one.key}`)})`)
    case 'json':
      return code(wordExpression(stack, jsonWord(one.value)))
    case 'code':
      return code(`([Convert]::FromBase64String('${LAMBDA_ZIP}'))`)
    case 'tags': {
      const words = `${quotePowerShell(one.key)} ${wordExpression(stack, one.name)}`
      if (one.as === 'map') return code(`(TagMap ${words})`)
      if (one.as === 'TagKey TagValue') return code(`(KeyTags ${words})`)
      return code(
        typeof one.as === 'string'
          ? `(TagList ${words})`
          : `@(@{ ResourceType = '${one.as.resourceType}'; Tags = (TagList ${words}) })`,
      )
    }
  }
}

/** `$id` holds the ids of parts, so the recorded one has another name; `$new` and the like are as they are. */
export const heldName = (name: string): string => (name === 'id' ? '$recorded' : `$${name}`)

export const regionExpression = (stack: StackPlan): string => wordExpression(stack, regionCalled(stack.regionCode))

/** What stands as text in a request, though it is written as data. */
const JSON_TEXTS: ReadonlySet<string> = new Set(['PolicyDocument', 'AssumeRolePolicyDocument', 'Policy'])
/** Maps whose values are of a type of the SDK for .NET: a cmdlet takes them as a hashtable of those. */
const MAPS: Readonly<Record<string, string>> = {
  Attributes: 'string',
  RuleVariables: 'Amazon.NetworkFirewall.Model.IPSet',
  IPSets: 'Amazon.NetworkFirewall.Model.IPSet',
  PortSets: 'Amazon.NetworkFirewall.Model.PortSet',
}
/** Members of structures that the SDK for .NET calls otherwise; parameters of cmdlets keep theirs. Source: aws-sdk-net, `ec2.customizations.json`. */
const RENAMED: Readonly<Record<string, string>> = { IpRanges: 'Ipv4Ranges', PrefixListId: 'Id' }

/** A value as an expression: a list as an array, a structure as a hashtable, which PowerShell makes into what the request takes. */
export function valueExpression(stack: StackPlan | null, value: Argument): string {
  if (typeof value === 'boolean') return value ? '$true' : '$false'
  if (typeof value === 'number') return `${value}`
  if (isPiece(value)) return wordExpression(stack, value)
  if (isWord(value)) return wordExpression(stack, value.word)
  if (isShort(value)) return tableExpression(stack, value.short)
  if (isList(value)) return `@(${value.map((one) => valueExpression(stack, one)).join(', ')})`
  return tableExpression(stack, value as Arguments)
}

const tableExpression = (stack: StackPlan | null, members: Arguments): string =>
  `@{ ${said(members)
    .map(([name, value]) => {
      const own = RENAMED[name] ?? upperFirst(name)
      return `${/^[A-Za-z]\w*$/.test(own) ? own : quotePowerShell(own)} = ${valueExpression(stack, value)}`
    })
    .join('; ')} }`

/** Parameters as those of a cmdlet: structures are taken apart, `Options_DnsSupport`; each name is the cmdlet's own or an alias that it has. */
export const parametersOf = (
  stack: StackPlan | null,
  parameters: Arguments,
): readonly (readonly [name: string, value: string])[] =>
  said(parameters).flatMap(([name, value]) => flattened(stack, upperFirst(name), value))

function flattened(stack: StackPlan | null, path: string, value: Argument): readonly (readonly [string, string])[] {
  const last = path.slice(path.lastIndexOf('_') + 1)
  if (isList(value) && value.length === 0) return []
  if (typeof value !== 'object' || isLater(value) || isTold(value) || isWord(value) || isList(value))
    return [[path, valueExpression(stack, value)]]
  if (JSON_TEXTS.has(path)) return [[path, wordExpression(stack, jsonWord(value))]]
  const members = said(isShort(value) ? value.short : (value as Arguments))
  const type = MAPS[last]
  if (type !== undefined && members.every(([name]) => name !== 'IPSets' && name !== 'PortSets')) {
    const entries = members.map(([name, one]) => `${quotePowerShell(name)} = [${type}]${valueExpression(stack, one)}`)
    return [[path, `@{ ${entries.join('; ')} }`]]
  }
  // An attribute of EC2 is a structure of one value, of which cmdlets take the value
  if (members.length === 1 && members[0]![0] === 'Value') return [[path, valueExpression(stack, members[0]![1])]]
  return members.flatMap(([name, one]) => flattened(stack, `${path}_${upperFirst(name)}`, one))
}
