import type { ExportRemark } from '../types.ts'

/** CloudFormation quotas: resources in a template, bytes in a direct call and in S3. Source: CloudFormation user guide, quotas. */
const MOST_RESOURCES = 500
const MOST_BYTES = 51_200
const MOST_BYTES_IN_S3 = 1_000_000

/** What CloudFormation would say of the size of a template. */
export function findLimits(path: string, text: string, resources: number): readonly ExportRemark[] {
  const messages: string[] = []
  if (resources > MOST_RESOURCES)
    messages.push(
      `${path} has ${resources} resources; CloudFormation takes ${MOST_RESOURCES} in one template, so it has to be split or deployed with the scripts.`,
    )
  const size = sizeClass(text)
  if (size === 'too large')
    messages.push(`${path} has ${countBytes(text)} bytes; CloudFormation takes at most ${MOST_BYTES_IN_S3}.`)
  if (size === 'by way of S3')
    messages.push(
      `${path} has ${countBytes(text)} bytes; beyond ${MOST_BYTES} deploy.sh hands it over by way of a bucket (HOPWISE_BUCKET).`,
    )
  return messages.map((message) => ({ construct: null, message }))
}

/** How CloudFormation takes a template of that size. */
export function sizeClass(text: string): 'direct' | 'by way of S3' | 'too large' {
  const bytes = countBytes(text)
  return bytes > MOST_BYTES_IN_S3 ? 'too large' : bytes > MOST_BYTES ? 'by way of S3' : 'direct'
}

/** Length in UTF-8: what JavaScript keeps as two halves takes four bytes. */
function countBytes(text: string): number {
  let bytes = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    bytes += unit < 0x80 ? 1 : unit < 0x800 ? 2 : unit < 0xd800 || unit > 0xdfff ? 3 : 2
  }
  return bytes
}
