// Generated from spec/ by `npm run generate`. Do not edit: change the contract instead.

import type { SourceInfo } from '../tables.js';

/** Where facts come from, by the key an `x-source` starts with. */
export const sources: Readonly<Record<string, SourceInfo>> = {
  "document-4.0": {
    "kind": "document",
    "title": "array API document 4.0.0.0"
  },
  "document-4.1": {
    "kind": "document",
    "title": "array API document 4.1.0.0"
  },
  "document-4.4": {
    "kind": "document",
    "title": "developer portal API document 4.4.0.0"
  },
  "guide-1.x": {
    "kind": "document",
    "title": "REST API guides, 1.x editions"
  },
  "guide-2.0": {
    "kind": "document",
    "title": "REST API Reference Guide, 2.0 edition"
  },
  "guide": {
    "kind": "document",
    "title": "REST API Developers Guide"
  },
  "infohub": {
    "kind": "document",
    "title": "Dell Info Hub, PowerStore replication technologies"
  },
  "sdk-puppet": {
    "kind": "sdk",
    "title": "puppetlabs/dellemc-powerstore"
  },
  "sdk-python": {
    "kind": "sdk",
    "title": "dell/python-powerstore"
  },
  "sdk-go": {
    "kind": "sdk",
    "title": "dell/gopowerstore"
  },
  "sdk-ansible": {
    "kind": "sdk",
    "title": "dell/ansible-powerstore"
  },
  "sdk-terraform": {
    "kind": "sdk",
    "title": "dell/terraform-provider-powerstore"
  },
  "sdk-cinder": {
    "kind": "sdk",
    "title": "openstack/cinder, PowerStore driver"
  },
  "sdk-proxmox": {
    "kind": "sdk",
    "title": "jasoncheng7115/jt-pve-storage-dellemc"
  },
  "capture": {
    "kind": "capture",
    "title": "answer of a real array, kept in a public test suite"
  },
  "report": {
    "kind": "sdk",
    "title": "issue of a public repository"
  },
  "assumed": {
    "kind": "assumed",
    "title": "nobody has confirmed it: our reading of what is most likely"
  }
};
