import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { withFiles } from './withFiles.ts'

/**
 * Has the AWS CLI's own parser and its service models read calls, without sending anything: unknown operations and options,
 * missing members and values of the wrong type are what it refuses. A call that would be sent ends in `reached`.
 */
const PYTHON = `
import contextlib, io, json, re, sys
import awscli.clidriver, awscli.customizations.waiters
from botocore import validate

def invoke(self, service_name, operation_name, parameters, parsed_globals):
    service = self._session.get_service_model(service_name)
    shape = service.operation_model(operation_name).input_shape
    report = validate.ParamValidator().validate(parameters, shape) if shape else None
    if report and report.has_errors():
        raise ValueError(report.generate_report())
    for problem in enums(shape, parameters):
        raise ValueError(problem)
    if asked and not asked.startswith("'"):
        follow(service.operation_model(operation_name).output_shape, asked)
    return 0

def follow(shape, query):
    # As far as names and indexes go; what a filter or a choice does is left to JMESPath
    for name in re.findall(r'[A-Za-z]\\w*', re.split(r'\\[\\?|\\.\\[|\\[[A-Z]| \\||\\."', query)[0]):
        while shape.type_name in ('list', 'map'):
            shape = shape.member if shape.type_name == 'list' else shape.value
        if shape.type_name != 'structure' or name not in shape.members:
            raise ValueError('the answer has no %s (of %s)' % (name, query))
        shape = shape.members[name]

def enums(shape, value, path=''):
    if shape is None or value is None:
        return
    if shape.type_name == 'structure':
        for key, member in value.items():
            yield from enums(shape.members[key], member, path + '.' + key)
    elif shape.type_name == 'list':
        for member in value:
            yield from enums(shape.member, member, path + '[]')
    elif shape.type_name == 'string' and shape.enum and value not in shape.enum:
        yield '%s: %r is none of %s' % (path, value, shape.enum)

awscli.clidriver.CLIOperationCaller.invoke = invoke
awscli.customizations.waiters.WaiterCaller.invoke = lambda self, *rest: 0

def read(driver, args):
    errors = io.StringIO()
    with contextlib.redirect_stderr(errors), contextlib.redirect_stdout(io.StringIO()):
        try:
            code = driver.main(args)
        except SystemExit as error:
            code = error.code
        except BaseException as error:
            errors.write(repr(error))
            code = 1
    return '' if code == 0 else errors.getvalue().strip() or 'refused'

driver = awscli.clidriver.create_clidriver()
seen = set()
for line in open(sys.argv[1]):
    if line in seen:
        continue
    seen.add(line)
    args = json.loads(line)
    asked = args[args.index('--query') + 1] if '--query' in args else ''
    problem = read(driver, args)
    if problem:
        # Handlers of one operation may still wait for its options when the next is read
        driver = awscli.clidriver.create_clidriver()
        problem = read(driver, args)
    if problem:
        print(' '.join(args), '->', problem[-600:])
print('read %d calls' % len(seen))
`

/** Asks whether Python and the AWS CLI (version 1, a Python package) are there. */
export const AWS_CLI_PROBE = ['python3', '-c', 'import awscli.clidriver'] as const

export interface ParsedCalls {
  readonly count: number
  readonly problems: readonly string[]
}

/** What the AWS CLI would refuse of these calls. Throws where it is missing: `needTool` comes first. */
export const parseWithAwsCli = (calls: readonly (readonly string[])[]): ParsedCalls =>
  withFiles([{ path: 'calls', text: calls.map((call) => `${JSON.stringify(call)}\n`).join('') }], (folder) => {
    const { error, status, stdout, stderr } = spawnSync('python3', ['-c', PYTHON, join(folder, 'calls')], {
      encoding: 'utf8',
      env: { ...process.env, AWS_DEFAULT_REGION: 'us-east-1' },
    })
    if (error || status !== 0) throw error ?? new Error(stderr)
    const lines = stdout.trim().split('\n')
    const count = Number(/^read (\d+) calls$/.exec(lines.at(-1)!)?.[1])
    return { count, problems: lines.slice(0, -1) }
  })
