import { lazyPart } from '../kit/lazyPart.tsx'

/** What a client’s workloads ask for; fetched with the first client that has one. */
export const Needs = lazyPart(async () => (await import('./NeedsSection.tsx')).NeedsSection)
