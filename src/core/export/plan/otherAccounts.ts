import type { Planning } from './planning.ts'

/** The known accounts among them other than this stack's own, each once, sorted: those that something has to be shared with. */
export const otherAccounts = ({ accountId }: Planning, accounts: readonly string[]): readonly string[] =>
  [...new Set(accounts)].filter((account) => account !== '' && account !== accountId).sort()
