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
  default     = "444455556666"
  nullable    = false

  validation {
    condition     = can(regex("^[0-9]{12}$", var.account_id))
    error_message = "Twelve digits."
  }
}

variable "deployment" {
  description = "Begins names and is the tag hopwise:design. Another one makes everything a second time."
  type        = string
  default     = "two-accounts"
  nullable    = false

  validation {
    condition     = can(regex("^[A-Za-z][A-Za-z0-9-]{0,31}$", var.deployment))
    error_message = "A letter, and at most 31 letters, digits and dashes."
  }
}

variable "abroad_a_block" {
  description = "Block of the subnet abroad-a. Rules and routes to it follow"
  type        = string
  default     = "10.1.1.0/24"
  nullable    = false

  validation {
    condition     = can(regex("^([0-9]{1,3}\\.){3}[0-9]{1,3}/[0-9]{1,2}$", var.abroad_a_block))
    error_message = "An IPv4 block such as 10.0.0.0/16."
  }
}

variable "abroad_block" {
  description = "Block of the VPC abroad. Rules and routes to it follow"
  type        = string
  default     = "10.1.0.0/16"
  nullable    = false

  validation {
    condition     = can(regex("^([0-9]{1,3}\\.){3}[0-9]{1,3}/[0-9]{1,2}$", var.abroad_block))
    error_message = "An IPv4 block such as 10.0.0.0/16."
  }
}

variable "home_block" {
  description = "Block of the VPC home. Rules and routes to it follow"
  type        = string
  default     = "10.0.0.0/16"
  nullable    = false

  validation {
    condition     = can(regex("^([0-9]{1,3}\\.){3}[0-9]{1,3}/[0-9]{1,2}$", var.home_block))
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

variable "amazon_linux_image" {
  description = "Image of Linux instances; another one replaces them. The newest: aws ssm get-parameter --name /aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64"
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^ami-[0-9a-f]+$", var.amazon_linux_image))
    error_message = "The id of an image, such as ami-0123456789abcdef0."
  }
}

variable "instance_type" {
  description = "Size of Linux instances"
  type        = string
  default     = "t3.micro"
  nullable    = false

  validation {
    condition     = can(regex("^[a-z0-9-]+[.][a-z0-9-]+$", var.instance_type))
    error_message = "A size of instances, such as t3.micro."
  }
}

variable "id_of_peering" {
  description = "Id of Peering connection peering. Null as long as it is not known: what needs it waits"
  type        = string
  default     = null

  validation {
    condition     = var.id_of_peering == null || can(regex("^(pcx-[0-9a-f]+)$", var.id_of_peering))
    error_message = "An id as AWS gives it, or null."
  }
}

variable "id_of_hub" {
  description = "Id of Transit gateway hub. Null as long as it is not known: what needs it waits"
  type        = string
  default     = null

  validation {
    condition     = var.id_of_hub == null || can(regex("^(tgw-[0-9a-f]+)$", var.id_of_hub))
    error_message = "An id as AWS gives it, or null."
  }
}

variable "id_of_service" {
  description = "Id of Endpoint service service. Null as long as it is not known: what needs it waits"
  type        = string
  default     = null

  validation {
    condition     = var.id_of_service == null || can(regex("^(vpce-svc-[0-9a-f]+)$", var.id_of_service))
    error_message = "An id as AWS gives it, or null."
  }
}

variable "id_of_rule" {
  description = "Id of Resolver rule rule. Null as long as it is not known: what needs it waits"
  type        = string
  default     = null

  validation {
    condition     = var.id_of_rule == null || can(regex("^(rslvr-(rr|autodefined-rr)-[0-9a-z-]+)$", var.id_of_rule))
    error_message = "An id as AWS gives it, or null."
  }
}

variable "id_of_zone_authorize_abroad" {
  description = "Id of Leave of zone for abroad. Null as long as it is not known: what needs it waits"
  type        = string
  default     = null

  validation {
    condition     = var.id_of_zone_authorize_abroad == null || can(regex("^([!-~]+)$", var.id_of_zone_authorize_abroad))
    error_message = "An id as AWS gives it, or null."
  }
}

variable "id_of_filter" {
  description = "Id of DNS Firewall rule group filter. Null as long as it is not known: what needs it waits"
  type        = string
  default     = null

  validation {
    condition     = var.id_of_filter == null || can(regex("^(rslvr-frg-[0-9a-f]+)$", var.id_of_filter))
    error_message = "An id as AWS gives it, or null."
  }
}

variable "id_of_profile" {
  description = "Id of Route 53 Profile profile. Null as long as it is not known: what needs it waits"
  type        = string
  default     = null

  validation {
    condition     = var.id_of_profile == null || can(regex("^(rp-[0-9a-f]+)$", var.id_of_profile))
    error_message = "An id as AWS gives it, or null."
  }
}

variable "id_of_home_a" {
  description = "Id of Subnet home-a. Null as long as it is not known: what needs it waits"
  type        = string
  default     = null

  validation {
    condition     = var.id_of_home_a == null || can(regex("^(subnet-[0-9a-f]+)$", var.id_of_home_a))
    error_message = "An id as AWS gives it, or null."
  }
}

variable "id_of_shared_group" {
  description = "Id of Security group shared-group. Null as long as it is not known: what needs it waits"
  type        = string
  default     = null

  validation {
    condition     = var.id_of_shared_group == null || can(regex("^(sg-[0-9a-f]+)$", var.id_of_shared_group))
    error_message = "An id as AWS gives it, or null."
  }
}
