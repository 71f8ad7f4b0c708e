import { describeSource } from '../describe/describeSource.ts'
import type { Source } from '../source.ts'
import { HOW_TO_SHOW, NOT_WORKED_OUT } from './howToShow.ts'
import { importTerraform } from './importTerraform.ts'
import { kindOfFile, type TerraformFile } from './read/kindOfFile.ts'

const READ: ReadonlySet<TerraformFile | null> = new Set<TerraformFile>(['plan', 'shown state', 'raw state'])

/** Plans and states of Terraform, of one root module or several; what else Terraform writes is known, and told how to be read. */
export const terraformSource: Source = {
  // among answers of the AWS CLI a state is one file more that says nothing
  fits(files) {
    const others = files.filter((file) => kindOfFile(file) === null)
    return others.length < files.length && (others.length === 0 || !describeSource.fits(others))
  },
  read(files, title, passedOver) {
    const kinds = files.map(kindOfFile)
    if (!kinds.some((kind) => READ.has(kind)))
      return { ok: false, refusal: whyNot(kinds.find((kind) => kind !== null)!) }
    const { design, report } = importTerraform(files, title, passedOver)
    if (Object.keys(report.constructs).length > 0) return { ok: true, design, report }
    return { ok: false, refusal: 'is of Terraform and holds nothing of a network on AWS' }
  },
}

function whyNot(kind: TerraformFile): string {
  switch (kind) {
    case 'saved plan':
      return 'is a plan in Terraform’s own form: give what “terraform show -json FILE” prints of it'
    case 'log':
      return `is the log of a plan: give the plan itself: ${HOW_TO_SHOW}`
    case 'old state':
      return 'is a state of a version that Terraform no longer writes: give what “terraform show -json” prints of it'
    default:
      return NOT_WORKED_OUT
  }
}
