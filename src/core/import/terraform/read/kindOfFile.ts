import { isFields } from '../../fields.ts'
import type { ParsedFile } from '../../parseFile.ts'
import { type Bag, bag } from '../bag.ts'

/**
 * What of Terraform's a file is: `plan` and `shown state`: what `terraform show -json` prints; `raw state`: `terraform.tfstate`; `configuration`: HCL, or
 * its form in JSON; `saved plan`: what `terraform plan -out` writes; `log`: what `plan -json` prints; `old state`: of a version before 0.12.
 */
export type TerraformFile = 'plan' | 'shown state' | 'raw state' | 'configuration' | 'saved plan' | 'log' | 'old state'

/** Names that Terraform and OpenTofu give what they write. */
const CONFIGURATION = /\.(?:tf|tofu|tfvars)(?:\.json)?$/i
const BLOCK = /^\s*(?:resource|data|module|provider|variable|output|terraform|locals)\b[^\n=]*\{/m

/** What of Terraform's a file is; null where it is none. Source: Terraform, JSON output format; State file version 4. */
export function kindOfFile({ path, text, value }: ParsedFile): TerraformFile | null {
  if (Array.isArray(value)) return value.some((line) => isFields(line) && isLogLine(line)) ? 'log' : null
  if (isFields(value)) return kindOfObject(path, bag(value))
  // a zip of the state, the configuration and the plan in Terraform's own form
  if (text.startsWith('PK') && /tfplan|tfstate|tfconfig/.test(text)) return 'saved plan'
  return CONFIGURATION.test(path) || (!/^\s*[[{]/.test(text) && BLOCK.test(text)) ? 'configuration' : null
}

const isLogLine = (line: unknown): boolean => {
  const fields = bag(line)
  return '@level' in fields && 'type' in fields
}

function kindOfObject(path: string, value: Bag): TerraformFile | null {
  if (isFields(value.planned_values) && Array.isArray(value.resource_changes)) return 'plan'
  if (typeof value.format_version === 'string') {
    if (isFields(value.planned_values) || Array.isArray(value.resource_changes)) return 'plan'
    // a state without resources says no more than its version
    if (isFields(value.values) || 'terraform_version' in value) return 'shown state'
  }
  if (typeof value.version === 'number' && ('serial' in value || 'lineage' in value || 'terraform_version' in value))
    return value.version === 4 && Array.isArray(value.resources) ? 'raw state' : 'old state'
  if (isLogLine(value)) return 'log'
  return CONFIGURATION.test(path) &&
    ['resource', 'module', 'provider', 'variable', 'data', 'terraform'].some((key) => key in value)
    ? 'configuration'
    : null
}
