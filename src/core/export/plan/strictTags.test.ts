import { expect, test } from 'vitest'
import { loadCatalogue } from '../../aws/index.ts'
import { printPart } from '../cloudformation/resources.ts'
import { stepOf } from '../steps/steps.ts'
import { allExamples } from '../testing/allExamples.ts'
import { planExport } from './planExport.ts'
import { STRICT_TAGS } from './strictTags.ts'

const catalogue = await loadCatalogue()

test('the parts whose tags take fewer characters are those that either format tags so', () => {
  const found = new Set<string>()
  for (const [, make] of allExamples)
    for (const stack of planExport(make(), catalogue, new Set()).stacks)
      for (const part of stack.parts) {
        const resource = printPart(part, stack, new Map())
        const tags = resource?.properties.Tags ?? resource?.properties.HostedZoneTags
        const isStrict = tags !== undefined && !resource!.type.startsWith('AWS::EC2::')
        if (isStrict || /"told":"tags","as":"/.test(JSON.stringify(stepOf(part, stack)))) found.add(part.name)
      }
  // What AWS makes with a VPC is tagged like the others of EC2, by another call
  for (const name of ['route-table', 'security-group', 'network-acl'] as const) found.delete(name)
  expect([...found].sort()).toEqual([...STRICT_TAGS].sort())
})
