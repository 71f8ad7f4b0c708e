/** What a policy is attached to: its grammar, its size and what it may say hang on that. */
export type PolicyUse = 'identity' | 'boundary' | 'session' | 'trust' | 'resource' | 'endpoint' | 'scp' | 'rcp'
