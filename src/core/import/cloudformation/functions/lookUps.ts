import { addOffset, isIp4, parseAddress } from '../../../net/address.ts'
import { blockAt, blockOf, contains, formatBlock, lastOf } from '../../../net/block.ts'
import { plain } from '../../fields.ts'
import type { Context, Intrinsic, Value } from '../evaluate/frame.ts'
import { valueText } from '../evaluate/valueText.ts'
import { isUnknown, unknown } from '../isUnknown.ts'
import { asSection, isSection, memberOf } from '../template/section.ts'
import { asArguments } from './decisions.ts'
import { outputOf } from './references.ts'
import { transformIn, unlessMade } from './transformIn.ts'

/** What is looked up elsewhere: in mappings, in a Region, in another stack. */
export const lookUps: Readonly<Record<string, Intrinsic>> = {
  'Fn::FindInMap': (argument, context) => {
    const [map, first, second, more] = asArguments(argument)
    const names = [map, first, second].map((one) => valueText(context.evaluate(one)))
    const lacking = names.find(isUnknown)
    if (lacking) return lacking
    const found = (names as string[]).reduce<unknown>(
      (at, name) => (isSection(at) ? memberOf(at, name) : undefined),
      context.frame.template.mappings,
    )
    if (found !== undefined) return context.evaluate(found)
    const fallback = isSection(more) ? memberOf(more, 'DefaultValue') : undefined
    if (fallback !== undefined) return context.evaluate(fallback)
    return unknown(`the mappings have no ${names.join(', ')}${unlessMade(context.frame.template, 'mappings')}`)
  },
  'Fn::GetAZs': (argument, context) => {
    const region = valueText(context.evaluate(argument))
    if (isUnknown(region)) return region
    return context.frame.world.zones(region === '' ? context.frame.region : region)
  },
  'Fn::Cidr': (argument, context) => {
    const values = asArguments(argument).map((one) => valueText(context.evaluate(one)))
    const lacking = values.find(isUnknown)
    const [block = '', count = '', bits = '8'] = values as string[]
    return lacking ?? cut(block, Number(count), Number(bits))
  },
  'Fn::ImportValue': (argument, context) => {
    const wild = context.with({ wild: true })
    return context.frame.world.exported(context.evaluate(argument), wild.evaluate(argument), context.frame)
  },
  'Fn::GetStackOutput': (argument, context) => {
    const said = asSection(argument)
    const [stack = '', output = '', region = '', role = ''] = ['StackName', 'OutputName', 'Region', 'RoleArn'].map(
      (name) => valueText(name in said ? context.evaluate(said[name]) : ''),
    )
    const lacking = [stack, output, region, role].find(isUnknown)
    return lacking ?? outputIn(String(stack), String(output), String(region), String(role), context)
  },
  'Fn::Transform': (argument) => unknown(`${transformIn(argument)} makes it`),
}

/** An output of another stack, which a role of its account may read. Source: AWS CloudFormation Template Reference, Fn::GetStackOutput. */
function outputIn(stack: string, output: string, region: string, role: string, context: Context): Value {
  const { frame } = context
  const account = /^arn:[^:]*:iam::(\d{12}):/.exec(role)?.[1] ?? frame.account
  const named = frame.world.named(stack).filter((one) => one !== frame)
  const found =
    named.find((one) => one.region === (region || frame.region) && one.account === account) ??
    named.find((one) => !one.saysPlace)
  const asked = `the stack “${plain(stack, 80)}”`
  if (!found)
    return unknown(
      `no file is ${asked}${region === '' ? '' : ` in ${plain(region, 40)}`}`,
      `${plain(output, 80)} of ${asked}`,
    )
  frame.tell('assumed', `${asked[0]!.toUpperCase()}${asked.slice(1)} is taken to be ${found.template.file}`, null)
  return outputOf(output, context.with({ frame: found, wild: false }))
}

/** AWS gives up to 256 blocks. Source: AWS CloudFormation Template Reference, Fn::Cidr. */
const MOST_BLOCKS = 256

/** The first `count` blocks with `bits` bits behind their length. */
function cut(text: string, count: number, bits: number): Value {
  const outer = blockOf(text) ?? withHostBits(text)
  if (!outer) return unknown(`Fn::Cidr needs a block of addresses, and is given “${text.slice(0, 60)}”`)
  const length = (isIp4(outer.base) ? 32 : 128) - bits
  const isWhole = Number.isInteger(count) && count >= 1 && count <= MOST_BLOCKS && Number.isInteger(bits) && bits >= 1
  if (!isWhole || length < outer.length)
    return unknown(`Fn::Cidr cannot cut ${count} blocks with ${bits} bits from ${text}`)
  const blocks = [blockAt(outer.base, length)]
  while (blocks.length < count) {
    const next = blockAt(addOffset(lastOf(blocks.at(-1)!), 1), length)
    if (!contains(outer, next.base) || blocks.some(({ base }) => String(base) === String(next.base)))
      return unknown(`Fn::Cidr cannot cut ${count} blocks with ${bits} bits from ${text}`)
    blocks.push(next)
  }
  return blocks.map(formatBlock)
}

/** AWS takes `10.0.1.5/16` as the block that it lies in. */
function withHostBits(text: string) {
  const [address, length] = text.split('/')
  const at = parseAddress(address ?? '')
  return at !== null && /^\d{1,3}$/.test(length ?? '') ? blockAt(at, Number(length)) : null
}
