import { spawnSync } from 'node:child_process'
import { expect, type TestContext, test } from 'vitest'
import { loadCatalogue } from '../../aws/index.ts'
import { exportDesign } from '../index.ts'
import { allExamples } from '../testing/allExamples.ts'
import { needTool } from '../testing/needTool.ts'
import { type Command, parsePowerShell } from '../testing/parsePowerShell.ts'
import { ALL_CMDLETS } from './cmdlets.ts'
import { WAITERS } from './waiterReader.ts'

const catalogue = await loadCatalogue()

/** Calls of cmdlets in the scripts of all examples, each way once. */
const calls = ((): Command[] => {
  const all = new Map<string, Command>()
  for (const [, make] of allExamples)
    for (const { path, text } of exportDesign(make(), catalogue, 'powershell').files)
      if (path.endsWith('.ps1'))
        for (const one of parsePowerShell(text).commands)
          if (ALL_CMDLETS.has(one.name)) all.set(JSON.stringify(one), one)
  return [...all.values()]
})()

function askBotocore(context: TestContext, code: string, input: unknown): string {
  needTool(context, 'botocore', ['python3', '-c', 'import botocore'])
  const { stdout, stderr } = spawnSync('python3', ['-c', `${MODELS}${code}`], {
    encoding: 'utf8',
    input: JSON.stringify(input),
  })
  return `${stderr}${stdout}`.trim()
}

test('every parameter is one of the operation, of a type that it takes, with members by the names of the SDK for .NET', (context) => {
  // Of every cmdlet, or of hand-written ones; `Force` is taken, so that of a service is called otherwise. Sources: `New-S3Bucket-Cmdlet.cs`, `ecs.xml`
  const own = new Map([
    ['BucketName', 'Bucket'],
    ['TagSet', 'Tagging_TagSet'],
    ['Enforce', 'force'],
  ])
  const input = calls.map(({ name, given }) => [
    ALL_CMDLETS.get(name),
    given.flatMap(([one, value]) => (/^(Region|Select)$/.test(one) ? [] : [[own.get(one) ?? one, value]])),
  ])
  expect(new Set(input.map(([operation]) => operation)).size).toBeGreaterThan(120)
  expect(askBotocore(context, PARAMETERS, input)).toBe(`read ${input.length}`)
})

test('every property that is picked of an answer is one of it', (context) => {
  const input = calls.flatMap(({ name, parameters, picked }) =>
    parameters.includes('Select') ? [[ALL_CMDLETS.get(name), picked]] : [],
  )
  expect(input.length).toBeGreaterThan(100)
  expect(askBotocore(context, PICKED, input)).toBe(`read ${input.length}`)
})

test('waiters ask and wait for what those of the AWS CLI do, and bear the same errors', (context) => {
  expect(askBotocore(context, WAITED, WAITERS)).toBe(`read ${Object.keys(WAITERS).length}`)
})

// A member called as its class cannot be in C#. Sources: aws-sdk-net, `ec2.customizations.json`; a generated class has no member of its own name
const MODELS = `
import json, re, sys
import botocore.session
from botocore import xform_name
SERVICES = {'s3api': 's3'}
RENAMED = {('IpPermission', 'IpRanges'): 'Ipv4Ranges', ('PrefixListId', 'PrefixListId'): 'Id',
           ('CidrBlock', 'CidrBlock'): 'Cidr', ('Ipv6CidrBlock', 'Ipv6CidrBlock'): 'Value'}
session = botocore.session.get_session()
models = {}
def model_of(operation):
    service, name = operation.split(' ')
    service = SERVICES.get(service, service)
    if service not in models:
        model = session.get_service_model(service)
        models[service] = {xform_name(one, '-'): model.operation_model(one) for one in model.operation_names}
    return models[service][name]
def in_dotnet(shape, name):
    own = RENAMED.get((shape.name, name), name[0].upper() + name[1:])
    assert own != shape.name, (shape.name, name)
    return own
def member_of(shape, name):
    return next((one for key, one in shape.members.items() if in_dotnet(shape, key).lower() == name.lower()), None)
asked = json.load(sys.stdin)
`

// A parameter is called as the path to the member, or the same in the singular; an attribute of EC2 is taken by its value
const PARAMETERS = `
def same(own, asked):
    own, asked = own.lower(), asked.lower()
    return own == asked or own in (asked + 's', asked + 'es') or (asked.endswith('y') and own == asked[:-1] + 'ies')
def find(shape, parts):
    if not parts:
        return shape
    found = [find(member, parts[1:]) for name, member in getattr(shape, 'members', {}).items() if same(name, parts[0])]
    return next((one for one in found if one is not None), None)
KINDS = {
    'boolean': ('boolean',),
    'number': ('integer', 'long', 'float', 'double', 'string'),
    'text': ('string',),
    'map': ('map',),
    'tags': ('list',),
}
def check(shape, written, where):
    kind = shape.type_name
    if kind == 'structure' and list(shape.members) == ['Value'] and not isinstance(written, dict):
        return check(shape.members['Value'], written, where)
    if isinstance(written, str):
        if written != 'any' and kind not in KINDS[written]:
            print('%s is a %s, given as %s' % (where, kind, written))
    elif 'list' in written:
        if kind != 'list':
            print('%s is a %s, given as a list' % (where, kind))
        else:
            for one in written['list']:
                check(shape.member, one, where)
    elif kind == 'map':
        for key, one in written['table']:
            check(shape.value, one, where + ' ' + key)
    elif kind != 'structure':
        print('%s is a %s, given as a table' % (where, kind))
    else:
        for key, one in written['table']:
            member = member_of(shape, key)
            if member is None:
                print('%s (%s) has no %s' % (where, shape.name, key))
            else:
                check(member, one, where + ' ' + key)
for operation, given in asked:
    for name, written in given:
        shape = find(model_of(operation).input_shape, name.split('_'))
        if shape is None:
            print(operation, 'has no', name)
        else:
            check(shape, written, operation + ' ' + name)
print('read %d' % len(asked))
`

// A property of a list is that of its members
const PICKED = `
for operation, picked in asked:
    shape = model_of(operation).output_shape
    for name in picked:
        while shape is not None and shape.type_name == 'list':
            shape = shape.member
        if shape is not None and shape.type_name == 'map' and name == 'Values':
            shape = shape.value
        else:
            shape = member_of(shape, name) if shape is not None and shape.type_name == 'structure' else None
        if shape is None:
            print(operation, 'answers without', '.'.join(picked), 'at', name)
            break
print('read %d' % len(asked))
`

const WAITED = `
for waiter, (operation, query, wanted, *borne) in asked.items():
    service, name = waiter.split(' ')
    waiters = session.get_waiter_model(service)
    config = waiters.get_waiter(next(one for one in waiters.waiter_names if xform_name(one, '-') == name))
    if model_of(operation).name != config.operation:
        print(waiter, 'asks by', config.operation)
    path = query.replace('[0]', '[]')
    done = [one.expected for one in config.acceptors if one.state == 'success' and one.matcher in ('path', 'pathAll')]
    if any(one.argument != path for one in config.acceptors if one.matcher in ('path', 'pathAll', 'pathAny')):
        print(waiter, 'does not look at', path)
    if not all(re.fullmatch(wanted, one) for one in done):
        print(waiter, 'is done with', done)
    for one in config.acceptors:
        if one.matcher == 'error' and one.state in ('success', 'retry') and one.expected not in borne:
            print(waiter, 'bears', one.expected)
        if one.matcher == 'error' and (re.fullmatch(wanted, '') is not None) != (one.state == 'success'):
            print(waiter, 'takes', one.expected, 'for', one.state)
print('read %d' % len(asked))
`
