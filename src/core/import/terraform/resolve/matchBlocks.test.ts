import { expect, it } from 'vitest'
import { constant, ref } from '../testing/plan.ts'
import { matchBlocks, UNTOLD } from './matchBlocks.ts'

const web = { port: constant(443), peer: ref('aws_security_group.web.id') }
const ssh = { port: constant(22), peer: ref('aws_security_group.bastion.id') }

it('tells blocks of a set by what is known of them, in whatever order they come', () => {
  expect(matchBlocks([{ port: 22 }, { port: 443 }], [web, ssh])).toEqual([ssh, web])
})
it('tells a block that writes nothing from one that writes what the other has', () => {
  const [stated, open] = [{ ip: constant('10.0.0.9'), subnet: ref('a') }, { subnet: ref('b') }]
  expect(matchBlocks([{}, { ip: '10.0.0.9' }], [stated, open])).toEqual([open, stated])
})
it('tells blocks that nobody can tell apart in any order', () => {
  const [a, b] = [{ subnet: ref('a') }, { subnet: ref('b') }]
  expect(matchBlocks([{}, {}], [a, b])).toEqual([a, b])
})
it('tells nothing where there are more blocks than are written: a loop has made some', () => {
  expect(matchBlocks([{ port: 443 }, { port: 443 }], [web])).toEqual([UNTOLD, UNTOLD])
})
it('tells a block by the value of a variable, and then the one that is left', () => {
  const [stated, open] = [{ ip: ref('var.address'), subnet: ref('a') }, { subnet: ref('b') }]
  const blocks = [{}, { ip: '10.0.0.9' }]
  expect(matchBlocks(blocks, [stated, open], new Map([['address', '10.0.0.9']]))).toEqual([open, stated])
  // what is made of a variable may come to anything
  expect(matchBlocks(blocks, [stated, open], new Map([['address', '10.0.0.0/24']]))).toEqual([UNTOLD, UNTOLD])
  expect(matchBlocks([...blocks, { ip: '10.0.0.10' }], [stated, open])).toEqual([UNTOLD, UNTOLD, UNTOLD])
})
