import { expect, test } from 'vitest'
import { applyEdits } from './applyEdit.ts'
import { emptyDesign } from './emptyDesign.ts'
import type { Construct } from './kinds/registry.ts'
import { parseDesign } from './parse/parseDesign.ts'
import { serialiseDesign } from './serialiseDesign.ts'
import { buildDesign } from './testing/designBuilder.ts'

const design = buildDesign((b) => {
  const v = b.vpc({ name: 'main' })
  const s = b.subnet(v, { name: 'public' })
  b.mainTable(v, [['0.0.0.0/0', b.internetGateway(v)]])
  b.ec2(s, { name: 'web' })
  b.account({
    id: 'acct',
    zones: {
      'us-west-2': { 'us-west-2b': 'usw2-az1', 'us-west-2a': 'usw2-az2' },
      'us-east-1': { 'us-east-1a': 'use1-az6' },
    },
  })
  b.request({ from: 'web', to: '203.0.113.10' }, { verdict: 'fails', symptom: 'connection-times-out' })
})

test('the text of a design reads well and holds every field', () => {
  expect(
    serialiseDesign({ ...emptyDesign('Small'), layout: { 'region-1': { x: 0, y: 1, width: 300, height: 200 } } }),
  ).toBe(`{
  "format": "hopwise-design",
  "version": 2,
  "title": "Small",
  "description": "",
  "rulesAsOf": "latest",
  "constructs": [
    {
      "kind": "account",
      "id": "account-1",
      "name": "Account 1",
      "accountId": "111122223333",
      "zones": {},
      "serviceZones": [],
      "outboundPort25": "restricted",
      "organisation": null,
      "organisationPath": null,
      "isManagement": false,
      "scps": [],
      "rcps": []
    },
    { "kind": "region", "id": "region-1", "name": "us-east-1", "code": "us-east-1" }
  ],
  "requests": [],
  "layout": { "region-1": { "x": 0, "y": 1, "width": 300, "height": 200 } }
}
`)
})

test('it is JSON with the same content', () => {
  const { constructs, ...rest } = design
  const sorted = Object.values(constructs).sort((a, b) => (a.id < b.id ? -1 : 1))
  expect(JSON.parse(serialiseDesign(design))).toEqual({ ...rest, constructs: sorted })
})

test('reading and writing is a fixed point', () => {
  const text = serialiseDesign(design)
  const again = parseDesign(text)
  expect(again).toEqual({ ok: true, design })
  expect(again.ok && serialiseDesign(again.design)).toBe(text)
})

test('neither the order of constructs nor that of keys shows in the text', () => {
  const reversed = <T extends object>(value: T): T =>
    Array.isArray(value)
      ? value
      : (Object.fromEntries(
          Object.entries(value)
            .reverse()
            .map(([key, item]) => [key, item && typeof item === 'object' ? reversed(item) : item]),
        ) as T)
  expect(Object.keys(reversed(design))[0]).toBe('layout')
  expect(serialiseDesign(reversed(design))).toBe(serialiseDesign(design))
})

test('a line never holds more than fits, unless one text alone is longer', () => {
  for (const line of serialiseDesign(design).split('\n')) expect(line.length).toBeLessThanOrEqual(120)
})

test('half characters and line separators survive', () => {
  const { design: odd } = applyEdits(design, [
    { kind: 'settings', fields: { title: 'half \ud800 "quoted" \\ </script>' } },
  ])
  expect(parseDesign(serialiseDesign(odd))).toEqual({ ok: true, design: odd })
})

test('a design that could not be read again is not written', () => {
  const broken = { ...design, constructs: { x: { kind: 'region', id: 'x', name: 'X' } as unknown as Construct } }
  expect(() => serialiseDesign(broken)).toThrow('constructs[0].code is missing')
})
