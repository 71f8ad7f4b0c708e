import { join } from 'node:path'
import { type Engine, RegoEngine, TemplateFile } from '@aws/cloudformation-validate'
import { lintWith } from '../../src/core/export/testing/lintWith.ts'
import { withFiles } from '../../src/core/export/testing/withFiles.ts'
import { judged, type Outcome } from './outcome.ts'
import { specificationFindings } from './specification.ts'

/** The templates of a design. */
export interface Templates {
  readonly name: string
  readonly files: readonly { readonly path: string; readonly text: string }[]
}

/** Rules of CloudFormation's own validation that object to nothing that an export could do otherwise, and why. */
const PASSED_OVER: Readonly<Record<string, string>> = {
  I9001: 'a property that cannot be changed later: a fact of the type',
  I9003: 'a property that cannot always be changed later: a fact of the type',
  I9040: 'listeners carry no tags: they go with their balancer, which does',
  W2508: 'a rule that is drawn, open as it is drawn',
  W9002: 'an ARN that is drawn as such, of something that no template here makes',
}
/** What a linter takes for a slip in a design, and is none. */
const MEANT: Readonly<Record<string, readonly string[]>> = {
  // a name that reads `${AWS::AccountId}` is plain text outside Fn::Sub; the linters ask whether a Sub was forgotten
  hostileNames: ['E1029'],
}

/** What cfn-lint, CloudFormation's own validation and the specification of AWS's resources say of templates, each design by itself. */
export function lintAll(
  all: readonly Templates[],
  withCfnLint: boolean,
): ReadonlyMap<string, ReadonlyMap<string, Outcome>> {
  const files = all.flatMap(({ name, files }) => files.map(({ path, text }) => ({ path: `${name}/${path}`, text })))
  return withFiles(files, (folder) => {
    const linted = withCfnLint
      ? cfnLint(
          folder,
          files.map(({ path }) => path).filter((path) => path.endsWith('.yaml')),
        )
      : null
    const engine = new RegoEngine()
    try {
      return new Map(
        all.map(({ name, files }) => {
          const steps = new Map<string, Outcome>()
          const isMeant = (line: string) => MEANT[name]?.some((code) => line.includes(`${code}:`)) ?? false
          if (linted) steps.set('cfn-lint', judged((linted.get(name) ?? []).filter((line) => !isMeant(line))))
          const yaml = files.filter(({ path }) => path.endsWith('.yaml'))
          const validated = yaml.flatMap(({ path, text }) => validate(engine, join(folder, name, path), text))
          steps.set('validate', judged(validated.filter((line) => !isMeant(line))))
          const json = files.filter(({ path }) => path.endsWith('.json'))
          steps.set('specification', judged(json.flatMap(({ text }) => specificationFindings(JSON.parse(text)))))
          return [name, steps] as const
        }),
      )
    } finally {
      engine.free()
    }
  })
}

/** By design, everything that cfn-lint finds, information included. */
function cfnLint(folder: string, paths: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const said = lintWith('cfn-lint', [
    '-c',
    'I',
    '--format',
    'parseable',
    '-t',
    ...paths.map((path) => join(folder, path)),
  ])
  const found = new Map<string, string[]>()
  for (const line of said.split('\n').filter((one) => one !== '')) {
    const [, name = 'cfn-lint', words = line] =
      /^([^/]+)\/[^:]+(?::\d+){4}:(.*)$/.exec(line.slice(folder.length + 1)) ?? []
    found.set(name, [...(found.get(name) ?? []), words])
  }
  return found
}

/** It knows the first block of a VPC only, not those that are associated with it (AWS::EC2::VPCCidrBlock). */
const isOfFurtherBlock = (ruleId: string, text: string): boolean =>
  ruleId === 'E3059' && text.includes('AWS::EC2::VPCCidrBlock')

const validate = (engine: Engine, path: string, text: string): readonly string[] =>
  engine
    .validateStandard(new TemplateFile(path), {})
    .diagnostics.filter(({ ruleId }) => !Object.hasOwn(PASSED_OVER, ruleId) && !isOfFurtherBlock(ruleId, text))
    .map(
      ({ ruleId, message, entity, propertyPath }) =>
        `${ruleId}: ${entity?.logicalId ?? ''} ${propertyPath ?? ''} ${message}`,
    )
