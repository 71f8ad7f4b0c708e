import { expect, test } from 'vitest'
import { emptyDesign } from '../../model/emptyDesign.ts'
import { dnsNameOf, idOf } from '../aws/value.ts'
import { namingOf } from '../plan/naming.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { drawnOf } from '../plan/variables.ts'
import { type Arguments, pick, short } from '../steps/argument.ts'
import { call } from '../steps/call.ts'
import { printCall } from './printCall.ts'

const stack: StackPlan = {
  accountId: '',
  regionCode: 'eu-west-1',
  parts: [],
  byKey: new Map(),
  managedLists: new Map(),
  imports: new Map(),
  existing: new Map(),
  maybe: new Map(),
  names: new Map([['vpc-1', 'Vpc1']]),
  drawn: drawnOf(emptyDesign()),
  naming: namingOf(emptyDesign()),
}
const printed = (settings: Arguments) =>
  printCall(stack, call(stack, 'ec2 x', settings))
    .split(' \\\n  ')
    .slice(2)

test('parameters are named as the AWS CLI names them', () => {
  expect(
    printed({ MapPublicIpOnLaunch: true, EnableDns64: false, VPCId: 'v', Ipv6CidrBlock: 'c', launchType: 'F' }),
  ).toEqual(['--map-public-ip-on-launch', '--no-enable-dns64', '--vpc-id v', '--ipv6-cidr-block c', '--launch-type F'])
})
test('ids are variables, texts and ids of a list are words, and structures are JSON', () => {
  expect(
    printed({ VpcId: idOf('vpc-1'), SubnetIds: ['a b', idOf('vpc-1')], Options: { Ids: [idOf('vpc-1')], On: true } }),
  ).toEqual(['--vpc-id "$id_Vpc1"', `--subnet-ids 'a b' "$id_Vpc1"`, `--options '{"Ids":["'"$id_Vpc1"'"],"On":true}'`])
})
test('the short form joins ids and texts in one word', () => {
  expect(printed({ PortRange: short({ From: 1, To: undefined, Of: idOf('vpc-1') }) })).toEqual([
    '--port-range From=1,Of="$id_Vpc1"',
  ])
})
test('what is undefined or an empty list is not said, and names give the order', () => {
  expect(printed(pick({ A: undefined, B: [], C: 1, D: 2 }, 'D', 'A', 'B', 'C'))).toEqual(['--d 2', '--c 1'])
})
test('a fact that only another call tells is never printed', () => {
  expect(() => printed({ Name: dnsNameOf('vpc-1') })).toThrow('has to be read before')
})
