variable "region" {
  description = "Region that everything is made in. Names of zones and services follow it."
  type        = string
  default     = "us-east-1"
  nullable    = false

  validation {
    condition     = can(regex("^[a-z]+(-[a-z]+)+-[0-9]+$", var.region))
    error_message = "A Region by its code, such as us-east-1."
  }
}

variable "account_id" {
  description = "Account that everything is made in: with credentials of another one nothing is done."
  type        = string
  default     = "111122223333"
  nullable    = false

  validation {
    condition     = can(regex("^[0-9]{12}$", var.account_id))
    error_message = "Twelve digits."
  }
}

variable "deployment" {
  description = "Begins names and is the tag hopwise:design. Another one makes everything a second time."
  type        = string
  default     = "only-s3"
  nullable    = false

  validation {
    condition     = can(regex("^[A-Za-z][A-Za-z0-9-]{0,31}$", var.deployment))
    error_message = "A letter, and at most 31 letters, digits and dashes."
  }
}

variable "data5d2737377d1a_block" {
  description = "Block of the VPC Data. Rules and routes to it follow"
  type        = string
  default     = "10.0.0.0/16"
  nullable    = false

  validation {
    condition     = can(regex("^([0-9]{1,3}\\.){3}[0-9]{1,3}/[0-9]{1,2}$", var.data5d2737377d1a_block))
    error_message = "An IPv4 block such as 10.0.0.0/16."
  }
}

variable "subnet1_block" {
  description = "Block of the subnet Private “A” (subnet-1). Rules and routes to it follow"
  type        = string
  default     = "10.0.1.0/24"
  nullable    = false

  validation {
    condition     = can(regex("^([0-9]{1,3}\\.){3}[0-9]{1,3}/[0-9]{1,2}$", var.subnet1_block))
    error_message = "An IPv4 block such as 10.0.0.0/16."
  }
}

variable "zone_letter_a" {
  description = "Letter of the Availability Zone that is drawn as a"
  type        = string
  default     = "a"
  nullable    = false

  validation {
    condition     = can(regex("^[a-z]$", var.zone_letter_a))
    error_message = "The letter of an Availability Zone."
  }
}
