import { ExternalLink } from 'lucide-react'

/** Leads to the AWS page that a statement rests on. */
export function LearnMore({
  href,
  children = 'AWS documentation',
}: {
  readonly href: string
  readonly children?: string
}) {
  return (
    <a
      href={href}
      target="_blank"
      rel="noreferrer"
      className="inline-flex min-h-6 items-center gap-1 rounded-sm text-soft text-xs underline decoration-line-strong underline-offset-2 hover:text-ink"
    >
      {children}
      <ExternalLink aria-hidden size={12} />
      <span className="sr-only">(opens in a new tab)</span>
    </a>
  )
}
