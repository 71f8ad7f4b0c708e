import type { Finding } from '../../core/checks/index.ts'

/** The findings that hold every word of the text in their own words or in the names of their places. */
export function filterFindings(
  findings: readonly Finding[],
  text: string,
  nameOf: (id: string) => string,
): readonly Finding[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return findings
  return findings.filter((finding) => {
    const names = finding.at.map(({ construct }) => `${construct} ${nameOf(construct)}`).join(' ')
    const all = `${finding.title} ${finding.message} ${finding.check} ${finding.awsError ?? ''} ${names}`.toLowerCase()
    return words.every((word) => all.includes(word))
  })
}
