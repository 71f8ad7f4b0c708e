import { describe, expect, it } from 'vitest'
import { importFiles } from '../importFiles.ts'
import { examplePlan } from './testing/examplePlan.ts'

const given = (path: string, text: string) => ({ path, bytes: new TextEncoder().encode(text) })
const refusalOf = (...files: readonly ReturnType<typeof given>[]) => {
  const result = importFiles(files, {})
  return result.ok ? null : result.refusal
}

describe('what Terraform writes', () => {
  it('opens as a plan, whatever it is called', () => {
    const result = importFiles([given('p', JSON.stringify(examplePlan()))], {})
    expect(result.ok && Object.keys(result.design.constructs)).toContain('module.net.aws_vpc.this')
  })
  it.each([
    ['main.tf', 'resource "aws_vpc" "a" {\n  cidr_block = "10.0.0.0/16"\n}\n'],
    ['main.tf.json', '{"resource":{"aws_vpc":{"a":{"cidr_block":"10.0.0.0/16"}}}}'],
    ['network', 'module "net" {\n  source = "./net"\n}\n'],
  ])('says how %s is read', (path, text) => {
    expect(refusalOf(given(path, text))).toContain('terraform show -json p > plan.json')
  })
  it('knows a saved plan', () => {
    expect(refusalOf(given('tfplan', 'PK\u0003\u0004…tfplan…tfstate…'))).toContain('terraform show -json FILE')
  })
  it('knows the log of a plan', () => {
    const log = ['{"@level":"info","type":"version"}', '{"@level":"info","type":"planned_change"}'].join('\n')
    expect(refusalOf(given('log.jsonl', log))).toContain('is the log of a plan')
  })
  it('knows a state of long ago', () => {
    expect(refusalOf(given('terraform.tfstate', '{"version":3,"serial":1,"lineage":"x","modules":[]}'))).toContain(
      'no longer writes',
    )
  })
  it('says that there is no network', () => {
    const empty = { format_version: '1.0', terraform_version: '1.11.4', values: { root_module: { resources: [] } } }
    expect(refusalOf(given('state.json', JSON.stringify(empty)))).toBe(
      'is of Terraform and holds nothing of a network on AWS',
    )
  })
  it('says of a folder of HCL how it is read', () => {
    expect(refusalOf({ ...given('infra/main.tf', ''), isPassedOver: true as const } as never)).toContain(
      'terraform show -json p',
    )
  })
  it('reads states in a folder, and tells of the configuration beside them', () => {
    const state = {
      version: 4,
      serial: 1,
      resources: [
        {
          mode: 'managed',
          type: 'aws_vpc',
          name: 'a',
          provider: 'provider["registry.terraform.io/hashicorp/aws"]',
          instances: [{ attributes: { id: 'vpc-0123456789abcdef0', cidr_block: '10.0.0.0/16' } }],
        },
      ],
    }
    const result = importFiles(
      [
        given('infra/terraform.tfstate', JSON.stringify(state)),
        { ...given('infra/main.tf', ''), isPassedOver: true as const },
      ],
      {},
    )
    expect(result.ok && result.design.constructs['vpc-0123456789abcdef0']?.kind).toBe('vpc')
    expect(result.ok && result.report!.notes.map(({ message }) => message).join()).toContain('infra/main.tf')
  })
})
