import { describe, expect, test } from 'vitest'
import { loadCatalogue } from '../../src/core/aws/index.ts'
import type { Design } from '../../src/core/model/index.ts'
import { motoExamples } from './motoExamples.ts'
import { differencesOf, nameImported, requestsOf } from './sameAnswers.ts'
import { troublesIn } from './startMoto.ts'

const drawn = motoExamples.peering()

/** As an import would have it: ids of AWS's, the same names. */
function elsewhere(design: Design): Design {
  let text = JSON.stringify({ ...design, layout: {} })
  for (const id of Object.keys(design.constructs)) text = text.replaceAll(`"${id}"`, `"aws-${id}"`)
  const other = JSON.parse(text.replaceAll(/"name":"aws-/g, '"name":"')) as Design
  return other
}

const catalogue = await loadCatalogue()

describe('answers there and back', () => {
  const requests = requestsOf(drawn)
  test('ids differ, answers do not', () => {
    const { design, missing } = nameImported(drawn, elsewhere(drawn))
    expect(missing).toEqual([])
    expect(Object.keys(design.constructs)).toContain('caller')
    expect(requests.length).toBeGreaterThan(100)
    expect(differencesOf(drawn, design, requests, catalogue)).toEqual([])
  })
  test('what an import loses is found', () => {
    const other = elsewhere(drawn)
    const table = other.constructs['aws-left-table']
    if (table?.kind !== 'route-table') throw new Error('no route table')
    const lost = { ...other.constructs, [table.id]: { ...table, routes: [] } }
    const { design } = nameImported(drawn, { ...other, constructs: lost })
    const found = differencesOf(drawn, design, requests, catalogue)
    expect(found.filter((one) => one.startsWith('caller to near'))).toHaveLength(4)
    const { 'aws-peering': _, ...without } = other.constructs
    expect(nameImported(drawn, { ...other, constructs: without }).missing).toEqual(['peering-connection peering'])
  })
})

test('what went wrong inside of moto is the last line of its traceback', () => {
  const log = `Traceback (most recent call last):
  File "x.py", line 1, in call_action
    raise NotImplementedError(f"The {action} action has not been implemented")
NotImplementedError: The describe_nothing action has not been implemented
127.0.0.1 - - "POST / HTTP/1.1" 500 -`
  expect(troublesIn(log + log)).toEqual(['NotImplementedError: The describe_nothing action has not been implemented'])
})
