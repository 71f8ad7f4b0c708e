import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sortedBy } from '../src/core/base/order.ts'
import type { TerraformArguments } from '../src/core/export/testing/terraformArguments.ts'
import { readArguments } from './terraform/readArguments.ts'

// Writes what the resources of the `aws` provider take, as far as the export uses them, from the bindings that are generated of the provider's schema:
//   npm install --prefix DIR --ignore-scripts --legacy-peer-deps @cdktn/provider-aws
//   npx tsx scripts/writeTerraformArguments.ts DIR

const root = join(import.meta.dirname, '..')
const folder = process.argv[2]
if (folder === undefined) throw new Error('Say in which folder @cdktn/provider-aws is installed')
const bindings = join(folder, 'node_modules/@cdktn/provider-aws')
const { cdktn } = JSON.parse(readFileSync(join(bindings, 'package.json'), 'utf8')) as {
  cdktn: { provider: { version: string } }
}

const format = join(root, 'src/core/export/terraform')
const used = new Set(
  readdirSync(format)
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) =>
      [...readFileSync(join(format, file), 'utf8').matchAll(/\b(?:data\.)?aws_[a-z0-9_]+\b/g)].map(String),
    ),
)

const found = new Map<string, TerraformArguments>()
for (const name of readdirSync(join(bindings, 'lib'))) {
  const declarations = join(bindings, 'lib', name, 'index.d.ts')
  const type = name.includes('.') ? undefined : /tfResourceType = "(\w+)"/.exec(readFileSync(declarations, 'utf8'))?.[1]
  const address = name.startsWith('data-aws-') ? `data.${type}` : type
  if (address === undefined || !used.has(address)) continue
  const code = readFileSync(join(bindings, 'lib', name, 'index.js'), 'utf8')
  found.set(address, readArguments(code, readFileSync(declarations, 'utf8')))
}
const lines = sortedBy(found, ([type]) => type).map(
  ([type, one]) => `    ${JSON.stringify(type)}: ${JSON.stringify(one)}`,
)
const path = join(root, 'src/core/export/testing/terraformArguments.json')
writeFileSync(
  path,
  `{\n  "provider": ${JSON.stringify(cdktn.provider.version)},\n  "types": {\n${lines.join(',\n')}\n  }\n}\n`,
)
process.stdout.write(`${found.size} types of provider ${cdktn.provider.version}\n`)
