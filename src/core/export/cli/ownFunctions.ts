/** Shell functions that find what is called by a drawn name, or carries the tags of a part. */
export const OWN_FUNCTIONS: Readonly<Record<string, string>> = {
  own_bucket: `# own_bucket REGION BUCKET KEY: the bucket's name when it is there and carries the tags of this deployment and KEY.
own_bucket() {
  local tags
  tags=$(allow NoSuchBucket aws s3api get-bucket-tagging --region "$1" --bucket "$2" --query "[TagSet[?Key=='hopwise:design'].Value | [0], TagSet[?Key=='hopwise:id'].Value | [0]]" --output text)
  [[ -z $tags || $tags == "$design"$'\\t'"$3" ]] || fail "the bucket $2 is there already and belongs to something else"
  [[ -z $tags ]] || printf '%s' "$2"
}`,

  own_table: `# own_table REGION TABLE KEY: the table's name when it is there and carries the tags of this deployment and KEY.
own_table() {
  local arn tags
  arn=$(allow ResourceNotFoundException aws dynamodb describe-table --region "$1" --table-name "$2" --query Table.TableArn --output text)
  if [[ -z $arn ]]; then return 0; fi
  tags=$(aws dynamodb list-tags-of-resource --region "$1" --resource-arn "$arn" --query "[Tags[?Key=='hopwise:design'].Value | [0], Tags[?Key=='hopwise:id'].Value | [0]]" --output text)
  [[ $tags == "$design"$'\\t'"$3" ]] || fail "the table $2 is there already and belongs to something else"
  printf '%s' "$2"
}`,

  own_role: `# own_role NAME KEY: the role's ARN when it is there and carries the tags of this deployment and KEY.
own_role() {
  local arn tags
  arn=$(allow NoSuchEntity aws iam get-role --role-name "$1" --query Role.Arn --output text)
  if [[ -z $arn ]]; then return 0; fi
  tags=$(aws iam list-role-tags --role-name "$1" --query "[Tags[?Key=='hopwise:design'].Value | [0], Tags[?Key=='hopwise:id'].Value | [0]]" --output text)
  [[ $tags == "$design"$'\\t'"$2" ]] || fail "the role $1 is there already and belongs to something else"
  printf '%s' "$arn"
}`,

  own_user: `# own_user NAME KEY: the user's ARN when it is there and carries the tags of this deployment and KEY.
own_user() {
  local arn tags
  arn=$(allow NoSuchEntity aws iam get-user --user-name "$1" --query User.Arn --output text)
  if [[ -z $arn ]]; then return 0; fi
  tags=$(aws iam list-user-tags --user-name "$1" --query "[Tags[?Key=='hopwise:design'].Value | [0], Tags[?Key=='hopwise:id'].Value | [0]]" --output text)
  [[ $tags == "$design"$'\\t'"$2" ]] || fail "the user $1 is there already and belongs to something else"
  printf '%s' "$arn"
}`,

  own_queue: `# own_queue REGION QUEUE KEY: the queue's URL when it is there and carries the tags of this deployment and KEY.
own_queue() {
  local url tags
  url=$(allow 'AWS.SimpleQueueService.NonExistentQueue|QueueDoesNotExist' aws sqs get-queue-url --region "$1" --queue-name "$2" --query QueueUrl --output text)
  if [[ -z $url ]]; then return 0; fi
  tags=$(aws sqs list-queue-tags --region "$1" --queue-url "$url" --query '[Tags."hopwise:design", Tags."hopwise:id"]' --output text)
  [[ $tags == "$design"$'\\t'"$3" ]] || fail "the queue $2 is there already and belongs to something else"
  printf '%s' "$url"
}`,

  tagged_arn: `# tagged_arn REGION TYPE KEY: the ARN of what carries the tags of this deployment and KEY.
tagged_arn() {
  aws resourcegroupstaggingapi get-resources --region "$1" --resource-type-filters "$2" --output text \\
    --tag-filters "Key=hopwise:design,Values=$design" "Key=hopwise:id,Values=$3" --query 'ResourceTagMappingList[].ResourceARN'
}`,
}
