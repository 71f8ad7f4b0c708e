import { SEVERITY_LOOK } from '../../kit/severityLook.ts'
import type { FindingMark } from '../projection/findingMarks.ts'

/** How many findings lead here; shape and colour say how grave the gravest is. */
export function FindingBadge({ mark }: { readonly mark: FindingMark }) {
  const { icon: Icon, word, plural } = SEVERITY_LOOK[mark.severity]
  return (
    <span
      className={`finding-badge is-${mark.severity}`}
      data-tip={
        mark.count === 1
          ? `One finding: ${word.toLowerCase()}`
          : `${mark.count} findings, among them ${plural.toLowerCase()}`
      }
    >
      <Icon size={11} strokeWidth={2.25} aria-hidden />
      {mark.count > 1 && mark.count}
    </span>
  )
}
