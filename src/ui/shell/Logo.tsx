/** The product's mark: a packet that hops from place to place. */
export function Logo({ size = 22 }: { readonly size?: number }) {
  return (
    <svg viewBox="0 0 24 24" width={size} height={size} aria-hidden="true" className="shrink-0 text-accent">
      <rect width="24" height="24" rx="6" fill="currentColor" />
      <g fill="none" stroke="var(--on-accent)" strokeWidth="1.8" strokeLinecap="round">
        <path d="M5 16c.4-6 5.6-6 6 0" />
        <path d="M13 16c.3-9 5.7-9 6-2.6" />
      </g>
      <g fill="var(--on-accent)">
        <circle cx="5" cy="16.6" r="1.7" />
        <circle cx="12" cy="16.6" r="1.7" />
        <circle cx="19" cy="15.4" r="2.2" />
      </g>
    </svg>
  )
}
