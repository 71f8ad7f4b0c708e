import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'

const versionOf = (program: string, ...given: string[]): string | null => {
  const { status, stdout } = spawnSync(program, given, { encoding: 'utf8' })
  return status === 0 ? (/\d+(\.\d+)+/.exec(stdout)?.[0] ?? 'there') : null
}
const ofPython = (name: string): string | null =>
  versionOf('python3', '-c', `import importlib.metadata, ${name}; print(importlib.metadata.version('${name}'))`)
const ofPackage = (name: string): string =>
  (createRequire(import.meta.url)(`${name}/package.json`) as { version: string }).version

/** The programs that the proof is made with. */
export interface Tools {
  /** A line for each: its version, or what is not tried without it. */
  readonly words: readonly string[]
  readonly canLint: boolean
  readonly canDeploy: boolean
  /** One sentence for each that is missing. */
  readonly missing: readonly string[]
}

/** Looks for the programs and says their versions. */
export function findTools(): Tools {
  const [lint, aws, moto, flask] = [
    versionOf('cfn-lint', '--version'),
    versionOf('aws', '--version'),
    ofPython('moto'),
    ofPython('flask'),
  ]
  const missing = [
    ...(lint ? [] : ['cfn-lint is not installed (pip install cfn-lint): templates are not linted by it.']),
    ...(aws ? [] : ['The AWS CLI is not installed (pip install awscli): nothing is deployed.']),
    ...(moto && flask ? [] : ["moto is not installed (pip install 'moto[server]'): nothing is deployed."]),
  ]
  const versions = {
    Python: versionOf('python3', '--version'),
    moto,
    'AWS CLI': aws,
    'cfn-lint': lint,
    bash: versionOf('bash', '--version'),
    '@aws/cloudformation-validate': ofPackage('@aws/cloudformation-validate'),
    '@aws-cdk/aws-service-spec': ofPackage('@aws-cdk/aws-service-spec'),
  }
  const words = Object.entries(versions).map(([name, version]) => `${name} ${version ?? 'missing'}`)
  return { words, canLint: lint !== null, canDeploy: aws !== null && moto !== null && flask !== null, missing }
}
