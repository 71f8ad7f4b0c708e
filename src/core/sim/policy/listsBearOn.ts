/** What access control lists of buckets and objects can allow. Source: S3 guide, access control list overview, mapping of permissions. */
const ACTIONS = new Set(
  'getobject getobjectversion getobjecttorrent listbucket listbucketversions listbucketmultipartuploads putobject deleteobject getbucketacl putbucketacl getobjectacl getobjectversionacl putobjectacl putobjectversionacl'
    .split(' ')
    .map((name) => `s3:${name}`),
)

/** Whether an access control list may allow an action. */
export const listsBearOn = (action: string): boolean => ACTIONS.has(action.toLowerCase())
