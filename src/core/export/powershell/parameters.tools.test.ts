import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { loadCatalogue } from '../../aws/index.ts'
import { exportDesign } from '../index.ts'
import { everything } from '../testing/exampleDesigns.ts'
import * as networks from '../testing/exampleNetworks.ts'
import { needTool } from '../testing/needTool.ts'
import { parsePowerShell } from '../testing/parsePowerShell.ts'
import { ALL_CMDLETS } from './cmdlets.ts'

const catalogue = await loadCatalogue()

/** Of every cmdlet, and parameters whose names are its own. Sources: the cmdlets of S3 and of EC2's instances. */
const COMMON: ReadonlySet<string> = new Set(['Region', 'Select'])
const RENAMED: Readonly<Record<string, string>> = {
  BucketName: 'Bucket',
  TagSet: 'Tagging_TagSet',
  Enforce: 'force',
  ResourceType: 'ResourceType',
}

test('every parameter is one of the operation, as the service describes it', (context) => {
  needTool(context, 'botocore', ['python3', '-c', 'import botocore'])
  const used = new Map<string, Set<string>>()
  for (const make of [...Object.values(networks), everything])
    for (const { path, text } of exportDesign(make(), catalogue, 'powershell').files) {
      if (!path.endsWith('.ps1')) continue
      for (const { name, parameters } of parsePowerShell(text).commands) {
        const operation = ALL_CMDLETS.get(name)
        if (operation === undefined) continue
        const all = used.get(operation) ?? new Set()
        used.set(operation, all)
        for (const one of parameters) if (!COMMON.has(one)) all.add(RENAMED[one] ?? one)
      }
    }
  expect(used.size).toBeGreaterThan(120)
  const input = JSON.stringify([...used].map(([operation, names]) => [operation, [...names]]))
  const { stdout, stderr } = spawnSync('python3', ['-c', PYTHON], { encoding: 'utf8', input })
  expect([stderr, stdout.trim().split('\n')]).toEqual(['', [`read ${used.size}`]])
})

// A name of the cmdlet is that of the path, or the same in the singular
const PYTHON = `
import json, sys
import botocore.session
from botocore import xform_name
SERVICES = {'s3api': 's3'}
session = botocore.session.get_session()
models, operations = {}, {}
def same(own, asked):
    own, asked = own.lower(), asked.lower()
    return own == asked or own in (asked + 's', asked + 'es') or (asked.endswith('y') and own == asked[:-1] + 'ies')
def has(shape, parts):
    if not parts:
        return True
    if shape.type_name != 'structure':
        return False
    for name, member in shape.members.items():
        if same(name, parts[0]) and has(member, parts[1:]):
            return True
    return False
asked = json.load(sys.stdin)
for operation, names in asked:
    service, name = operation.split(' ')
    service = SERVICES.get(service, service)
    if service not in models:
        models[service] = session.get_service_model(service)
        operations[service] = {xform_name(one, '-'): one for one in models[service].operation_names}
    if name not in operations[service]:
        print('no operation', operation)
        continue
    shape = models[service].operation_model(operations[service][name]).input_shape
    for one in names:
        if not has(shape, one.split('_')):
            print(operation, 'has no', one)
print('read %d' % len(asked))
`
