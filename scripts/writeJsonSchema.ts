import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'
import { accessRequest, designFile, expectation, placement, savedRequest, VERSION } from '../src/core/model/design.ts'
import { constructSchema } from '../src/core/model/kinds/registry.ts'

export const schemaPath = fileURLToPath(new URL('../public/design.schema.json', import.meta.url))

/** The JSON Schema of a design file, as it is published with the page: what a file must hold, and the defaults of what it may leave out. */
export function createJsonSchema(): string {
  const names = z.registry<{ id: string }>()
  for (const option of constructSchema.def.options) names.add(option, { id: option.def.shape.kind.def.values[0]! })
  names.add(constructSchema, { id: 'construct' })
  names.add(savedRequest, { id: 'saved-request' })
  names.add(accessRequest, { id: 'access-request' })
  names.add(expectation, { id: 'expectation' })
  names.add(placement, { id: 'placement' })
  const { $schema, ...schema } = z.toJSONSchema(designFile, { io: 'input', metadata: names })
  const description = `A design file of Hopwise, version ${VERSION}. docs/design-format.md tells what its parts mean.`
  return `${JSON.stringify({ $schema, title: 'Hopwise design', description, ...schema }, null, 1)}\n`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(schemaPath, createJsonSchema())
  console.log('Wrote public/design.schema.json')
}
