import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { constructKinds } from '../src/core/model/index.ts'
import { createJsonSchema, schemaPath } from './writeJsonSchema.ts'

const schema = JSON.parse(createJsonSchema())

test('the published JSON Schema is that of the code; `npx tsx scripts/writeJsonSchema.ts` writes it', () => {
  expect(readFileSync(schemaPath, 'utf8')).toBe(createJsonSchema())
})

test('it knows every kind, and refuses keys that it does not know', () => {
  for (const kind of constructKinds) {
    expect(schema.$defs[kind].properties.kind.const).toBe(kind)
    expect(schema.$defs[kind].additionalProperties).toBe(false)
  }
})

test('what has a default may be left out, what names and identifies may not', () => {
  expect(schema.required).toEqual(['format', 'version', 'title', 'constructs'])
  expect(schema.$defs.vpc.required).toEqual(['kind', 'id', 'name', 'region', 'account', 'cidrs'])
  expect(schema.$defs.vpc.properties.dnsSupport.default).toBe(true)
})
