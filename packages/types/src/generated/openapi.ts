// Generated from spec/ by `npm run generate`. Do not edit: change the contract instead.

export interface paths {
    "/replication_session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List replication sessions
         * @description Reads the replication sessions this array takes part in, as source or as destination.
         *
         *     Source: array API document 4.0.0.0; developer portal API document 4.4.0.0; REST API Developers Guide.
         */
        get: operations["replication_session_collection_query"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/replication_session/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the session. Sessions have no name, so the `name:` form of other sections is not offered.
                 * @example 2754bad0-cfcd-4796-a06b-78368bad1cd7
                 */
                id: components["parameters"]["replication_session_id"];
            };
            cookie?: never;
        };
        /**
         * Read one replication session
         * @description Reads the attributes that are selected; `id` alone where nothing is.
         *
         *     Source: array API document 4.0.0.0; developer portal API document 4.4.0.0; REST API Developers Guide.
         */
        get: operations["replication_session_instance_query"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Modify a replication session
         * @description Makes the non-preferred side of a metro session the preferred one, or switches automatic failover on for a synchronous NAS session that was created before the array supported it.
         *
         *     Since 3.0.0.0.
         *
         *     Source: array API document 4.0.0.0; developer portal API document 4.4.0.0.
         */
        patch: operations["replication_session_modify"];
        trace?: never;
    };
    "/replication_session/{id}/sync": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the session. Sessions have no name, so the `name:` form of other sections is not offered.
                 * @example 2754bad0-cfcd-4796-a06b-78368bad1cd7
                 */
                id: components["parameters"]["replication_session_id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Synchronize a replication session
         * @description Starts a synchronization now instead of waiting for the next one the rule schedules. Asynchronous sessions only, on the source. A synchronization that fails leaves the session in `System_Paused`; the next one continues where it stopped.
         *
         *     Source: array API document 4.0.0.0; REST API guides, 1.x editions; dell/ansible-powerstore.
         */
        post: operations["replication_session_sync"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/replication_session/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the session. Sessions have no name, so the `name:` form of other sections is not offered.
                 * @example 2754bad0-cfcd-4796-a06b-78368bad1cd7
                 */
                id: components["parameters"]["replication_session_id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pause a replication session
         * @description Stops replication until it is resumed. The session remembers the state it was paused in. While the link is down only the side that is asked pauses; ask again once it is back to pause the other side too.
         *
         *     Source: array API document 4.0.0.0; REST API guides, 1.x editions; Dell Info Hub, PowerStore replication technologies.
         */
        post: operations["replication_session_pause"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/replication_session/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the session. Sessions have no name, so the `name:` form of other sections is not offered.
                 * @example 2754bad0-cfcd-4796-a06b-78368bad1cd7
                 */
                id: components["parameters"]["replication_session_id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resume a replication session
         * @description Takes up a session that a user paused. It returns to what it was doing: a session paused in the middle of a synchronization, after one had failed, or while it was fractured, synchronizes first. Pauses made by the system (`Paused_For_NDU`, `Paused_For_Migration`) cannot be resumed by hand.
         *
         *     Source: array API document 4.0.0.0; REST API guides, 1.x editions; Dell Info Hub, PowerStore replication technologies.
         */
        post: operations["replication_session_resume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/replication_session/{id}/failover": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the session. Sessions have no name, so the `name:` form of other sections is not offered.
                 * @example 2754bad0-cfcd-4796-a06b-78368bad1cd7
                 */
                id: components["parameters"]["replication_session_id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Fail over to the other array
         * @description Makes the destination the one that serves data. A planned failover is asked of the source, synchronizes once more and loses nothing; an unplanned one is asked of the destination when the source is gone, and falls back to the last state both sides share. Afterwards both arrays show `Failed_Over`, with their roles exchanged.
         *
         *     Source: array API document 4.0.0.0; developer portal API document 4.4.0.0; REST API guides, 1.x editions; puppetlabs/dellemc-powerstore; dell/ansible-powerstore; openstack/cinder, PowerStore driver.
         */
        post: operations["replication_session_failover"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/replication_session/{id}/reprotect": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the session. Sessions have no name, so the `name:` form of other sections is not offered.
                 * @example 2754bad0-cfcd-4796-a06b-78368bad1cd7
                 */
                id: components["parameters"]["replication_session_id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reprotect a replication session
         * @description After a failover, replicates from the array that serves now to the one that served before. Asked of the side whose role is `Source`.
         *
         *     Source: array API document 4.0.0.0; dell/ansible-powerstore.
         */
        post: operations["replication_session_reprotect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/replication_session/{id}/start_failover_test": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the session. Sessions have no name, so the `name:` form of other sections is not offered.
                 * @example 2754bad0-cfcd-4796-a06b-78368bad1cd7
                 */
                id: components["parameters"]["replication_session_id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start a failover test
         * @description Opens a copy of the destination for reading and writing while replication goes on behind it. Asked of the destination. Until the test is stopped the session accepts no failover, except an unplanned one that takes the test copy live.
         *
         *     Since 2.0.0.0.
         *
         *     Source: array API document 4.0.0.0; REST API Reference Guide, 2.0 edition; dell/terraform-provider-powerstore.
         */
        post: operations["replication_session_start_failover_test"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/replication_session/{id}/stop_failover_test": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the session. Sessions have no name, so the `name:` form of other sections is not offered.
                 * @example 2754bad0-cfcd-4796-a06b-78368bad1cd7
                 */
                id: components["parameters"]["replication_session_id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop a failover test
         * @description Ends a failover test and closes the destination again. What was written during the test is dropped, unless a snapshot of it is asked for; then the answer is 200 with the id of the snapshot instead of 204.
         *
         *     Since 2.0.0.0.
         *
         *     Source: array API document 4.0.0.0; REST API Reference Guide, 2.0 edition.
         */
        post: operations["replication_session_stop_failover_test"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/replication_session/{id}/promote": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the session. Sessions have no name, so the `name:` form of other sections is not offered.
                 * @example 2754bad0-cfcd-4796-a06b-78368bad1cd7
                 */
                id: components["parameters"]["replication_session_id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Promote the local side of a metro session
         * @description Opens the local side of a fractured or paused metro session to hosts. The array takes a snapshot first and keeps it for three days. Never promote both sides: their data would diverge.
         *
         *     Since 3.0.0.0.
         *
         *     Source: array API document 4.0.0.0.
         */
        post: operations["replication_session_promote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/replication_session/{id}/demote": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the session. Sessions have no name, so the `name:` form of other sections is not offered.
                 * @example 2754bad0-cfcd-4796-a06b-78368bad1cd7
                 */
                id: components["parameters"]["replication_session_id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Demote the local side of a metro session
         * @description Closes the local side of a fractured or paused metro session to hosts, usually so that the other side can be promoted.
         *
         *     Since 3.0.0.0.
         *
         *     Source: array API document 4.0.0.0.
         */
        post: operations["replication_session_demote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/remote_system": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List remote systems
         * @description The arrays this one replicates to or from, and what it backs up to or imports from.
         *
         *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; dell/python-powerstore.
         */
        get: operations["remote_system_collection_query"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/remote_system/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the remote system, or `name:` and its name. */
                id: components["parameters"]["remote_system_id"];
            };
            cookie?: never;
        };
        /**
         * Read one remote system
         * @description Reads the attributes that are selected; `id` alone where nothing is.
         *
         *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; dell/python-powerstore.
         */
        get: operations["remote_system_instance_query"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/replication_rule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List replication rules
         * @description How often, and to which array, policies replicate.
         *
         *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; dell/gopowerstore; dell/python-powerstore.
         */
        get: operations["replication_rule_collection_query"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/replication_rule/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the rule, or `name:` and its name. */
                id: components["parameters"]["replication_rule_id"];
            };
            cookie?: never;
        };
        /**
         * Read one replication rule
         * @description Reads the attributes that are selected; `id` alone where nothing is.
         *
         *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; dell/gopowerstore; dell/python-powerstore.
         */
        get: operations["replication_rule_instance_query"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List policies
         * @description Protection policies, which make replication sessions and snapshots, and performance policies.
         *
         *     Source: developer portal API document 4.4.0.0; dell/gopowerstore.
         */
        get: operations["policy_collection_query"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/policy/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the policy, or `name:` and its name. */
                id: components["parameters"]["policy_id"];
            };
            cookie?: never;
        };
        /**
         * Read one policy
         * @description Reads the attributes that are selected; `id` alone where nothing is.
         *
         *     Source: developer portal API document 4.4.0.0; dell/gopowerstore.
         */
        get: operations["policy_instance_query"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/volume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List volumes
         * @description Volumes, their clones and their snapshots.
         *
         *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; dell/gopowerstore; dell/python-powerstore.
         */
        get: operations["volume_collection_query"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/volume/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the volume, or `name:` and its name. */
                id: components["parameters"]["volume_id"];
            };
            cookie?: never;
        };
        /**
         * Read one volume
         * @description Reads the attributes that are selected; `id` alone where nothing is.
         *
         *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; dell/gopowerstore; dell/python-powerstore.
         */
        get: operations["volume_instance_query"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Modify a volume
         * @description Changes what the body has, and leaves the rest. A policy with a replication rule makes a session, which appears a while later. A metro volume can be modified while its session is paused; a replication destination can only stop being one, once its session is gone, and lose its policy with `force`.
         *
         *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; dell/gopowerstore; openstack/cinder, PowerStore driver.
         */
        patch: operations["volume_modify"];
        trace?: never;
    };
    "/volume/{id}/configure_metro": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the volume, or `name:` and its name. */
                id: components["parameters"]["volume_id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Configure a metro volume
         * @description Makes a metro volume of a volume: both arrays serve it, this side being the preferred one. The session appears in `Initializing` and copies the volume to the other array first. Of a member of a group only the group can go metro.
         *
         *     Since 3.0.0.0.
         *
         *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; issue of a public repository (dell/ansible-powerstore 93); assumed (the preferred side).
         */
        post: operations["volume_configure_metro"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/volume/{id}/end_metro": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the volume, or `name:` and its name. */
                id: components["parameters"]["volume_id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a metro volume
         * @description Deletes the metro session. The volume of this array stays as it is, that of the other one stays with another SCSI identity, or is deleted where that is asked for. Ask the side that is to keep the volume.
         *
         *     Since 3.0.0.0.
         *
         *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0.
         */
        post: operations["volume_end_metro"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/volume_group": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List volume groups
         * @description Volume groups, their clones and their snapshot sets.
         *
         *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; dell/gopowerstore; dell/python-powerstore.
         */
        get: operations["volume_group_collection_query"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/volume_group/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the group, or `name:` and its name. */
                id: components["parameters"]["volume_group_id"];
            };
            cookie?: never;
        };
        /**
         * Read one volume group
         * @description Reads the attributes that are selected; `id` alone where nothing is.
         *
         *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; dell/gopowerstore; dell/python-powerstore.
         */
        get: operations["volume_group_instance_query"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Modify a volume group
         * @description Changes what the body has, and leaves the rest. A policy with a replication rule makes a session, which appears a while later. A metro group can be modified while its session is paused; a replication destination can only stop being one, once its session is gone, and lose its policy with `force`.
         *
         *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; REST API Developers Guide.
         */
        patch: operations["volume_group_modify"];
        trace?: never;
    };
    "/volume_group/{id}/configure_metro": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the group, or `name:` and its name. */
                id: components["parameters"]["volume_group_id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Configure a metro volume group
         * @description Makes a metro group of a volume group: both arrays serve its members, this side being the preferred one. The session appears in `Initializing` and copies the members to the other array first.
         *
         *     Since 4.0.0.0.
         *
         *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (the preferred side).
         */
        post: operations["volume_group_configure_metro"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/volume_group/{id}/end_metro": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the group, or `name:` and its name. */
                id: components["parameters"]["volume_group_id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a metro volume group
         * @description Deletes the metro session. The group of this array stays as it is, that of the other one stays with members of another SCSI identity, or is deleted where that is asked for. Ask the side that is to keep the group.
         *
         *     Since 4.0.0.0.
         *
         *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (the same as for a volume).
         */
        post: operations["volume_group_end_metro"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/host_volume_mapping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List host mappings
         * @description Which hosts and host groups which volumes are attached to.
         *
         *     Source: array API document 4.0.0.0; dell/gopowerstore; dell/python-powerstore; openstack/cinder, PowerStore driver.
         */
        get: operations["host_volume_mapping_collection_query"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/host_volume_mapping/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the mapping. Mappings have no name. */
                id: components["parameters"]["host_volume_mapping_id"];
            };
            cookie?: never;
        };
        /**
         * Read one host mapping
         * @description Reads the attributes that are selected; `id` alone where nothing is.
         *
         *     Source: array API document 4.0.0.0; dell/gopowerstore.
         */
        get: operations["host_volume_mapping_instance_query"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/login_session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the login session of this request
         * @description Answers with the session the request belongs to, and is the customary way to log in: with Basic it opens a session, whose cookie and token the answer carries. Filters, order and paging are not offered.
         *
         *     Source: developer portal API document 4.4.0.0; REST API Developers Guide; dell/python-powerstore; dell/gopowerstore.
         */
        get: operations["login_session_collection_query"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End the login session
         * @description Ends the login session of the cookie the request carries. Arrays drop old sessions, those of the GUI among them, once there are more than some two thousand.
         *
         *     Source: REST API Developers Guide; developer portal API document 4.4.0.0; issue of a public repository (dell/csm 1006).
         */
        post: operations["logout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/job": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List jobs
         * @description Jobs of asynchronous requests and of the work the array does by itself, such as deleting a session.
         *
         *     Source: developer portal API document 4.4.0.0; openstack/cinder, PowerStore driver.
         */
        get: operations["job_collection_query"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/job/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the job, as answered with 202.
                 * @example 8d7a3b52-5c1e-4f7d-a0f4-2d6a0f5f9c11
                 */
                id: string;
            };
            cookie?: never;
        };
        /**
         * Read one job
         * @description Reads the attributes that are selected; `id` alone where nothing is.
         *
         *     Source: developer portal API document 4.4.0.0; REST API Developers Guide; openstack/cinder, PowerStore driver.
         */
        get: operations["job_instance_query"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/software_installed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the installed software
         * @description One row per appliance, and one with `is_cluster` for the cluster as a whole: that one has the version to go by.
         *
         *     Source: developer portal API document 4.4.0.0; dell/gopowerstore.
         */
        get: operations["software_installed_collection_query"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/software_installed/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the row.
                 * @example 9d1ea1b4-3a1f-4c0f-9f53-0d3c5d1c7a10
                 */
                id: string;
            };
            cookie?: never;
        };
        /**
         * Read one row of the installed software
         * @description Reads the attributes that are selected; `id` alone where nothing is.
         *
         *     Source: developer portal API document 4.4.0.0.
         */
        get: operations["software_installed_instance_query"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cluster": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the cluster
         * @description One row. Filters, order and paging are not offered.
         *
         *     Source: developer portal API document 4.4.0.0.
         */
        get: operations["cluster_collection_query"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cluster/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Always `0`.
                 * @example 0
                 */
                id: string;
            };
            cookie?: never;
        };
        /**
         * Read the cluster
         * @description Reads the attributes that are selected; `id` alone where nothing is.
         *
         *     Source: developer portal API document 4.4.0.0.
         */
        get: operations["cluster_instance_query"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @description Any other literal: an array of a newer release may answer with one that is not listed here, and public SDKs know literals that no document has. Responses allow it, requests do not.
         *
         *     Source: dell/ansible-powerstore (resource_type filesystem); dell/gopowerstore (Partial_Cutover_For_Migration).
         */
        UnknownLiteral: string & {};
        /**
         * @description What every refused or failed request answers with.
         *
         *     Source: array API document 4.0.0.0; array API document 4.1.0.0; developer portal API document 4.4.0.0.
         */
        error_response: {
            /**
             * @description What went wrong. One array was seen to send a single text in place of the list.
             *
             *     Source: array API document 4.0.0.0; array API document 4.1.0.0; developer portal API document 4.4.0.0.
             */
            messages?: components["schemas"]["error_message"][];
        };
        /** @description Source: array API document 4.0.0.0; array API document 4.1.0.0. */
        error_message: {
            /**
             * @description Identifies the kind of error across releases, as `0x` and twelve hexadecimal digits.
             *
             *     Source: array API document 4.0.0.0; array API document 4.1.0.0.
             */
            code?: string;
            /** @description Source: array API document 4.0.0.0; array API document 4.1.0.0. */
            severity?: components["schemas"]["MessageSeverityEnum"] | components["schemas"]["UnknownLiteral"];
            /**
             * @description The error in words, in US English.
             *
             *     Source: array API document 4.0.0.0; array API document 4.1.0.0.
             */
            message_l10n?: string;
            /**
             * @description The values the message speaks of, in order.
             *
             *     Source: array API document 4.0.0.0; array API document 4.1.0.0.
             */
            arguments?: string[];
            /**
             * @description The severity in words.
             *
             *     Since 4.1.0.0.
             *
             *     Source: array API document 4.0.0.0; array API document 4.1.0.0.
             */
            severity_l10n?: string;
        };
        /**
         * @description Source: array API document 4.0.0.0.
         * @enum {string}
         */
        MessageSeverityEnum: "Info" | "Warning" | "Error";
        /**
         * @description The job that carries the request out.
         *
         *     Source: REST API Developers Guide; developer portal API document 4.4.0.0; openstack/cinder, PowerStore driver.
         */
        async_response: {
            /**
             * @description Id of the job, to be read at `/job/{id}`.
             *
             *     Source: REST API Developers Guide; developer portal API document 4.4.0.0; openstack/cinder, PowerStore driver.
             */
            id: string;
            /**
             * @description Progress state of the job, for actions that need the approval of a second person.
             *
             *     Source: REST API Developers Guide; developer portal API document 4.4.0.0; openstack/cinder, PowerStore driver.
             */
            phase?: components["schemas"]["JobPhaseEnum"] | components["schemas"]["UnknownLiteral"];
            /**
             * @description `phase` in words.
             *
             *     Since 4.3.0.0.
             *
             *     Source: REST API Developers Guide; developer portal API document 4.4.0.0; openstack/cinder, PowerStore driver.
             */
            phase_l10n?: string;
        };
        /**
         * @description A replication session as one of its two arrays sees it: `role`, `local_…` and `remote_…` are from the side of the array that answers. Only selected attributes are present; a selected attribute without a value is `null`, or `[]` for a list of related resources. The same resource can be in two sessions (metro, and asynchronous to a third site).
         *
         *     Source: array API document 4.0.0.0; array API document 4.1.0.0; developer portal API document 4.4.0.0; answer of a real array, kept in a public test suite (nullability).
         */
        replication_session_instance: {
            /**
             * @description Identifies the session on this array. Whether both arrays use the same id is not documented.
             *
             *     Source: array API document 4.0.0.0; array API document 4.1.0.0; developer portal API document 4.4.0.0; answer of a real array, kept in a public test suite (nullability).
             */
            id?: string;
            /**
             * @description What the session is doing.
             *
             *     Source: array API document 4.0.0.0; array API document 4.1.0.0; developer portal API document 4.4.0.0; answer of a real array, kept in a public test suite (nullability).
             */
            state?: components["schemas"]["ReplicationStateEnum"] | components["schemas"]["UnknownLiteral"];
            /**
             * @description Which part the local resource plays.
             *
             *     Source: array API document 4.0.0.0; array API document 4.1.0.0; developer portal API document 4.4.0.0; answer of a real array, kept in a public test suite (nullability).
             */
            role?: components["schemas"]["ReplicationRoleEnum"] | components["schemas"]["UnknownLiteral"];
            /**
             * @description What is replicated.
             *
             *     Source: array API document 4.0.0.0; array API document 4.1.0.0; developer portal API document 4.4.0.0; answer of a real array, kept in a public test suite (nullability).
             */
            resource_type?: components["schemas"]["ReplicatedResourceTypeEnum"] | components["schemas"]["UnknownLiteral"];
            /**
             * @description How data moves at the moment.
             *
             *     Since 3.0.0.0.
             *
             *     Source: array API document 4.0.0.0; array API document 4.1.0.0; developer portal API document 4.4.0.0; answer of a real array, kept in a public test suite (nullability).
             */
            data_transfer_state?: components["schemas"]["DataTransferStateEnum"] | components["schemas"]["UnknownLiteral"] | null;
            /**
             * @description How the session replicates. Arrays before 3.0 know asynchronous sessions only.
             *
             *     Since 3.0.0.0.
             *
             *     Source: array API document 4.0.0.0; array API document 4.1.0.0; developer portal API document 4.4.0.0; answer of a real array, kept in a public test suite (nullability).
             */
            type?: components["schemas"]["ReplicationSessionTypeEnum"] | components["schemas"]["UnknownLiteral"];
            /**
             * Format: date-time
             * @description When the last synchronization ended, with offset `+00:00` and up to six fraction digits. Metro: only while it copies asynchronously. Not for NAS servers.
             *
             *     Source: array API document 4.0.0.0; array API document 4.1.0.0; developer portal API document 4.4.0.0; answer of a real array, kept in a public test suite (nullability).
             */
            last_sync_timestamp?: string | null;
            /**
             * @description The replicated resource on this array. Not unique among sessions.
             *
             *     Source: array API document 4.0.0.0; array API document 4.1.0.0; developer portal API document 4.4.0.0; answer of a real array, kept in a public test suite (nullability).
             */
            local_resource_id?: string;
            /**
             * @description The replicated resource on the other array.
             *
             *     Source: array API document 4.0.0.0; array API document 4.1.0.0; developer portal API document 4.4.0.0; answer of a real array, kept in a public test suite (nullability).
             */
            remote_resource_id?: string;
            /**
             * @description The other array.
             *
             *     Source: array API document 4.0.0.0; array API document 4.1.0.0; developer portal API document 4.4.0.0; answer of a real array, kept in a public test suite (nullability).
             */
            remote_system_id?: string;
            /**
             * Format: int32
             * @description How far the running synchronization is, in percent. On the source only, not for NAS servers.
             *
             *     Source: array API document 4.0.0.0; array API document 4.1.0.0; developer portal API document 4.4.0.0; answer of a real array, kept in a public test suite (nullability).
             */
            progress_percentage?: number | null;
            /**
             * Format: date-time
             * @description When the running synchronization is expected to end. Not for NAS servers.
             *
             *     Source: array API document 4.0.0.0; array API document 4.1.0.0; developer portal API document 4.4.0.0; answer of a real array, kept in a public test suite (nullability).
             */
            estimated_completion_timestamp?: string | null;
            /**
             * @description The rule that made the session; `null` where no rule did, as for metro.
             *
             *     Source: array API document 4.0.0.0; assumed (null for metro).
             */
            replication_rule_id?: string | null;
            /**
             * Format: int32
             * @description How long the last synchronization took, in milliseconds. Not for NAS servers; metro only while it copies asynchronously.
             *
             *     Since 2.0.0.0.
             *
             *     Source: array API document 4.0.0.0; array API document 4.1.0.0; developer portal API document 4.4.0.0; answer of a real array, kept in a public test suite (nullability).
             */
            last_sync_duration?: number | null;
            /**
             * Format: date-time
             * @description When the next synchronization is due. Asynchronous sessions only, not for NAS servers.
             *
             *     Since 2.0.0.0.
             *
             *     Source: array API document 4.0.0.0; array API document 4.1.0.0; developer portal API document 4.4.0.0; answer of a real array, kept in a public test suite (nullability).
             */
            next_sync_timestamp?: string | null;
            /**
             * @description The replicated parts, local and remote. One pair for a volume, one per member for a group.
             *
             *     Source: array API document 4.0.0.0; array API document 4.1.0.0; developer portal API document 4.4.0.0; answer of a real array, kept in a public test suite (nullability).
             */
            storage_element_pairs?: components["schemas"]["replication_element_pair"][] | null;
            /**
             * @description Whether a failover test is running, on the destination. Not for NAS servers.
             *
             *     Since 2.0.0.0.
             *
             *     Source: array API document 4.0.0.0; array API document 4.1.0.0; developer portal API document 4.4.0.0; answer of a real array, kept in a public test suite (nullability).
             */
            failover_test_in_progress?: boolean | null;
            /**
             * @description Why the asynchronous copy failed, where it did.
             *
             *     Since 3.0.0.0.
             *
             *     Source: array API document 4.0.0.0; array API document 4.1.0.0; developer portal API document 4.4.0.0; answer of a real array, kept in a public test suite (nullability).
             */
            error_code?: string | null;
            /**
             * @description State of the data connection between the two arrays.
             *
             *     Since 3.0.0.0.
             *
             *     Source: array API document 4.0.0.0; array API document 4.1.0.0; developer portal API document 4.4.0.0; answer of a real array, kept in a public test suite (nullability).
             */
            data_connection_state?: components["schemas"]["DataConnectionStateEnum"] | components["schemas"]["UnknownLiteral"];
            /**
             * @description File system sessions only: the session of their NAS server.
             *
             *     Since 3.0.0.0.
             *
             *     Source: array API document 4.0.0.0; array API document 4.1.0.0; developer portal API document 4.4.0.0; answer of a real array, kept in a public test suite (nullability).
             */
            parent_replication_session_id?: string | null;
            /**
             * @description Whether the local resource serves hosts by the rules, or because a user or the array said so.
             *
             *     Since 3.0.0.0.
             *
             *     Source: array API document 4.0.0.0; array API document 4.1.0.0; developer portal API document 4.4.0.0; answer of a real array, kept in a public test suite (nullability).
             */
            local_resource_state?: components["schemas"]["ReplicationResourceStateEnum"] | components["schemas"]["UnknownLiteral"] | null;
            /**
             * @description The witness this session relies on to choose a side, where one is configured.
             *
             *     Since 3.6.0.0.
             *
             *     Source: array API document 4.0.0.0; assumed (null without a witness).
             */
            witness_details?: components["schemas"]["replication_session_witness_details"] | null;
            /**
             * @description Whether the witness may fail this session over. Synchronous NAS sessions only.
             *
             *     Since 4.3.0.0.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (may be null).
             */
            auto_failover_state?: components["schemas"]["AutoFailoverStateEnum"] | components["schemas"]["UnknownLiteral"] | null;
            /**
             * @description `state` in words.
             *
             *     Source: array API document 4.0.0.0; array API document 4.1.0.0; developer portal API document 4.4.0.0; answer of a real array, kept in a public test suite (nullability).
             */
            state_l10n?: string;
            /**
             * @description `role` in words.
             *
             *     Source: array API document 4.0.0.0; array API document 4.1.0.0; developer portal API document 4.4.0.0; answer of a real array, kept in a public test suite (nullability).
             */
            role_l10n?: string;
            /**
             * @description `resource_type` in words.
             *
             *     Source: array API document 4.0.0.0; array API document 4.1.0.0; developer portal API document 4.4.0.0; answer of a real array, kept in a public test suite (nullability).
             */
            resource_type_l10n?: string;
            /**
             * @description `data_transfer_state` in words.
             *
             *     Since 3.0.0.0.
             *
             *     Source: array API document 4.0.0.0; array API document 4.1.0.0; developer portal API document 4.4.0.0; answer of a real array, kept in a public test suite (nullability).
             */
            data_transfer_state_l10n?: string | null;
            /**
             * @description `type` in words.
             *
             *     Since 3.0.0.0.
             *
             *     Source: array API document 4.0.0.0; array API document 4.1.0.0; developer portal API document 4.4.0.0; answer of a real array, kept in a public test suite (nullability).
             */
            type_l10n?: string;
            /**
             * @description `data_connection_state` in words.
             *
             *     Since 3.0.0.0.
             *
             *     Source: array API document 4.0.0.0; array API document 4.1.0.0; developer portal API document 4.4.0.0; answer of a real array, kept in a public test suite (nullability).
             */
            data_connection_state_l10n?: string;
            /**
             * @description `local_resource_state` in words.
             *
             *     Since 3.0.0.0.
             *
             *     Source: array API document 4.0.0.0; array API document 4.1.0.0; developer portal API document 4.4.0.0; answer of a real array, kept in a public test suite (nullability).
             */
            local_resource_state_l10n?: string | null;
            /**
             * @description `auto_failover_state` in words.
             *
             *     Since 4.3.0.0.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (may be null).
             */
            auto_failover_state_l10n?: string | null;
            /**
             * @description The other array, with the attributes selected in parentheses.
             *
             *     Source: array API document 4.0.0.0; array API document 4.1.0.0; developer portal API document 4.4.0.0; answer of a real array, kept in a public test suite (nullability).
             */
            remote_system?: components["schemas"]["related_remote_system"];
            /**
             * @description The migration that has paused the session, where there is one.
             *
             *     Source: array API document 4.0.0.0; array API document 4.1.0.0; developer portal API document 4.4.0.0; answer of a real array, kept in a public test suite (nullability).
             */
            migration_session?: components["schemas"]["related_migration_session"] | null;
            /**
             * @description The rule that made the session, where one did.
             *
             *     Source: array API document 4.0.0.0; assumed (null for metro).
             */
            replication_rule?: components["schemas"]["related_replication_rule"] | null;
            /**
             * @description The local volumes that are replicated.
             *
             *     Since 4.0.0.0.
             *
             *     Source: array API document 4.0.0.0; array API document 4.1.0.0; developer portal API document 4.4.0.0; answer of a real array, kept in a public test suite (nullability).
             */
            volumes?: components["schemas"]["related_volume"][];
            /**
             * @description The local volume groups that are replicated.
             *
             *     Since 4.0.0.0.
             *
             *     Source: array API document 4.0.0.0; array API document 4.1.0.0; developer portal API document 4.4.0.0; answer of a real array, kept in a public test suite (nullability).
             */
            volume_groups?: components["schemas"]["related_volume_group"][];
        };
        /**
         * @description A session, as selected in parentheses; `id` alone when nothing was.
         *
         *     Source: array API document 4.0.0.0; array API document 4.1.0.0; developer portal API document 4.4.0.0; answer of a real array, kept in a public test suite (nullability).
         */
        related_replication_session: {
            /**
             * @description Identifies the session on this array. Whether both arrays use the same id is not documented.
             *
             *     Source: array API document 4.0.0.0; array API document 4.1.0.0; developer portal API document 4.4.0.0; answer of a real array, kept in a public test suite (nullability).
             */
            id?: string;
            /**
             * @description What the session is doing.
             *
             *     Source: array API document 4.0.0.0; array API document 4.1.0.0; developer portal API document 4.4.0.0; answer of a real array, kept in a public test suite (nullability).
             */
            state?: components["schemas"]["ReplicationStateEnum"] | components["schemas"]["UnknownLiteral"];
            /**
             * @description Which part the local resource plays.
             *
             *     Source: array API document 4.0.0.0; array API document 4.1.0.0; developer portal API document 4.4.0.0; answer of a real array, kept in a public test suite (nullability).
             */
            role?: components["schemas"]["ReplicationRoleEnum"] | components["schemas"]["UnknownLiteral"];
            /**
             * @description What is replicated.
             *
             *     Source: array API document 4.0.0.0; array API document 4.1.0.0; developer portal API document 4.4.0.0; answer of a real array, kept in a public test suite (nullability).
             */
            resource_type?: components["schemas"]["ReplicatedResourceTypeEnum"] | components["schemas"]["UnknownLiteral"];
            /**
             * @description How data moves at the moment.
             *
             *     Since 3.0.0.0.
             *
             *     Source: array API document 4.0.0.0; array API document 4.1.0.0; developer portal API document 4.4.0.0; answer of a real array, kept in a public test suite (nullability).
             */
            data_transfer_state?: components["schemas"]["DataTransferStateEnum"] | components["schemas"]["UnknownLiteral"] | null;
            /**
             * @description How the session replicates. Arrays before 3.0 know asynchronous sessions only.
             *
             *     Since 3.0.0.0.
             *
             *     Source: array API document 4.0.0.0; array API document 4.1.0.0; developer portal API document 4.4.0.0; answer of a real array, kept in a public test suite (nullability).
             */
            type?: components["schemas"]["ReplicationSessionTypeEnum"] | components["schemas"]["UnknownLiteral"];
            /**
             * Format: date-time
             * @description When the last synchronization ended, with offset `+00:00` and up to six fraction digits. Metro: only while it copies asynchronously. Not for NAS servers.
             *
             *     Source: array API document 4.0.0.0; array API document 4.1.0.0; developer portal API document 4.4.0.0; answer of a real array, kept in a public test suite (nullability).
             */
            last_sync_timestamp?: string | null;
            /**
             * @description The replicated resource on this array. Not unique among sessions.
             *
             *     Source: array API document 4.0.0.0; array API document 4.1.0.0; developer portal API document 4.4.0.0; answer of a real array, kept in a public test suite (nullability).
             */
            local_resource_id?: string;
            /**
             * @description The replicated resource on the other array.
             *
             *     Source: array API document 4.0.0.0; array API document 4.1.0.0; developer portal API document 4.4.0.0; answer of a real array, kept in a public test suite (nullability).
             */
            remote_resource_id?: string;
            /**
             * @description The other array.
             *
             *     Source: array API document 4.0.0.0; array API document 4.1.0.0; developer portal API document 4.4.0.0; answer of a real array, kept in a public test suite (nullability).
             */
            remote_system_id?: string;
            /**
             * Format: int32
             * @description How far the running synchronization is, in percent. On the source only, not for NAS servers.
             *
             *     Source: array API document 4.0.0.0; array API document 4.1.0.0; developer portal API document 4.4.0.0; answer of a real array, kept in a public test suite (nullability).
             */
            progress_percentage?: number | null;
            /**
             * Format: date-time
             * @description When the running synchronization is expected to end. Not for NAS servers.
             *
             *     Source: array API document 4.0.0.0; array API document 4.1.0.0; developer portal API document 4.4.0.0; answer of a real array, kept in a public test suite (nullability).
             */
            estimated_completion_timestamp?: string | null;
            /**
             * @description The rule that made the session; `null` where no rule did, as for metro.
             *
             *     Source: array API document 4.0.0.0; assumed (null for metro).
             */
            replication_rule_id?: string | null;
            /**
             * Format: int32
             * @description How long the last synchronization took, in milliseconds. Not for NAS servers; metro only while it copies asynchronously.
             *
             *     Since 2.0.0.0.
             *
             *     Source: array API document 4.0.0.0; array API document 4.1.0.0; developer portal API document 4.4.0.0; answer of a real array, kept in a public test suite (nullability).
             */
            last_sync_duration?: number | null;
            /**
             * Format: date-time
             * @description When the next synchronization is due. Asynchronous sessions only, not for NAS servers.
             *
             *     Since 2.0.0.0.
             *
             *     Source: array API document 4.0.0.0; array API document 4.1.0.0; developer portal API document 4.4.0.0; answer of a real array, kept in a public test suite (nullability).
             */
            next_sync_timestamp?: string | null;
            /**
             * @description Whether a failover test is running, on the destination. Not for NAS servers.
             *
             *     Since 2.0.0.0.
             *
             *     Source: array API document 4.0.0.0; array API document 4.1.0.0; developer portal API document 4.4.0.0; answer of a real array, kept in a public test suite (nullability).
             */
            failover_test_in_progress?: boolean | null;
            /**
             * @description Why the asynchronous copy failed, where it did.
             *
             *     Since 3.0.0.0.
             *
             *     Source: array API document 4.0.0.0; array API document 4.1.0.0; developer portal API document 4.4.0.0; answer of a real array, kept in a public test suite (nullability).
             */
            error_code?: string | null;
            /**
             * @description State of the data connection between the two arrays.
             *
             *     Since 3.0.0.0.
             *
             *     Source: array API document 4.0.0.0; array API document 4.1.0.0; developer portal API document 4.4.0.0; answer of a real array, kept in a public test suite (nullability).
             */
            data_connection_state?: components["schemas"]["DataConnectionStateEnum"] | components["schemas"]["UnknownLiteral"];
            /**
             * @description File system sessions only: the session of their NAS server.
             *
             *     Since 3.0.0.0.
             *
             *     Source: array API document 4.0.0.0; array API document 4.1.0.0; developer portal API document 4.4.0.0; answer of a real array, kept in a public test suite (nullability).
             */
            parent_replication_session_id?: string | null;
            /**
             * @description Whether the local resource serves hosts by the rules, or because a user or the array said so.
             *
             *     Since 3.0.0.0.
             *
             *     Source: array API document 4.0.0.0; array API document 4.1.0.0; developer portal API document 4.4.0.0; answer of a real array, kept in a public test suite (nullability).
             */
            local_resource_state?: components["schemas"]["ReplicationResourceStateEnum"] | components["schemas"]["UnknownLiteral"] | null;
            /**
             * @description Whether the witness may fail this session over. Synchronous NAS sessions only.
             *
             *     Since 4.3.0.0.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (may be null).
             */
            auto_failover_state?: components["schemas"]["AutoFailoverStateEnum"] | components["schemas"]["UnknownLiteral"] | null;
            /**
             * @description `state` in words.
             *
             *     Source: array API document 4.0.0.0; array API document 4.1.0.0; developer portal API document 4.4.0.0; answer of a real array, kept in a public test suite (nullability).
             */
            state_l10n?: string;
            /**
             * @description `role` in words.
             *
             *     Source: array API document 4.0.0.0; array API document 4.1.0.0; developer portal API document 4.4.0.0; answer of a real array, kept in a public test suite (nullability).
             */
            role_l10n?: string;
            /**
             * @description `resource_type` in words.
             *
             *     Source: array API document 4.0.0.0; array API document 4.1.0.0; developer portal API document 4.4.0.0; answer of a real array, kept in a public test suite (nullability).
             */
            resource_type_l10n?: string;
            /**
             * @description `data_transfer_state` in words.
             *
             *     Since 3.0.0.0.
             *
             *     Source: array API document 4.0.0.0; array API document 4.1.0.0; developer portal API document 4.4.0.0; answer of a real array, kept in a public test suite (nullability).
             */
            data_transfer_state_l10n?: string | null;
            /**
             * @description `type` in words.
             *
             *     Since 3.0.0.0.
             *
             *     Source: array API document 4.0.0.0; array API document 4.1.0.0; developer portal API document 4.4.0.0; answer of a real array, kept in a public test suite (nullability).
             */
            type_l10n?: string;
            /**
             * @description `data_connection_state` in words.
             *
             *     Since 3.0.0.0.
             *
             *     Source: array API document 4.0.0.0; array API document 4.1.0.0; developer portal API document 4.4.0.0; answer of a real array, kept in a public test suite (nullability).
             */
            data_connection_state_l10n?: string;
            /**
             * @description `local_resource_state` in words.
             *
             *     Since 3.0.0.0.
             *
             *     Source: array API document 4.0.0.0; array API document 4.1.0.0; developer portal API document 4.4.0.0; answer of a real array, kept in a public test suite (nullability).
             */
            local_resource_state_l10n?: string | null;
            /**
             * @description `auto_failover_state` in words.
             *
             *     Since 4.3.0.0.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (may be null).
             */
            auto_failover_state_l10n?: string | null;
        };
        /**
         * @description One replicated part on both arrays.
         *
         *     Source: array API document 4.0.0.0; answer of a real array, kept in a public test suite.
         */
        replication_element_pair: {
            /**
             * @description The part on this array.
             *
             *     Source: array API document 4.0.0.0; answer of a real array, kept in a public test suite.
             */
            local_storage_element_id: string;
            /**
             * @description The part on the other array.
             *
             *     Source: array API document 4.0.0.0; answer of a real array, kept in a public test suite.
             */
            remote_storage_element_id: string;
            /**
             * @description What kind of part it is.
             *
             *     Source: array API document 4.0.0.0; answer of a real array, kept in a public test suite.
             */
            storage_element_type?: components["schemas"]["StorageElementTypeEnum"] | components["schemas"]["UnknownLiteral"];
            /**
             * @description Internal snapshot used for the copy.
             *
             *     Source: array API document 4.0.0.0; answer of a real array, kept in a public test suite.
             */
            replication_shadow_id?: string | null;
        };
        /**
         * @description The witness of a session, and how it stands to it.
         *
         *     Since 3.6.0.0.
         *
         *     Source: array API document 4.0.0.0; answer of a real array, kept in a public test suite.
         */
        replication_session_witness_details: {
            /**
             * @description Id of the witness on this array.
             *
             *     Source: array API document 4.0.0.0; answer of a real array, kept in a public test suite.
             */
            witness_id?: string;
            /**
             * @description Identifies the witness across arrays.
             *
             *     Source: array API document 4.0.0.0; answer of a real array, kept in a public test suite.
             */
            witness_uuid?: string;
            /**
             * @description Name of the witness.
             *
             *     Source: array API document 4.0.0.0; answer of a real array, kept in a public test suite.
             */
            witness_name?: string;
            /**
             * @description Whether the witness watches over the session.
             *
             *     Source: array API document 4.0.0.0; answer of a real array, kept in a public test suite.
             */
            state?: components["schemas"]["ReplicationSessionWitnessStateEnum"] | components["schemas"]["UnknownLiteral"];
            /**
             * @description `state` in words. Absent in the one answer we know of a real array.
             *
             *     Source: array API document 4.0.0.0; answer of a real array, kept in a public test suite.
             */
            state_l10n?: string;
        };
        /**
         * @description What to change. The body is required, none of its fields is.
         *
         *     Since 3.0.0.0.
         *
         *     Source: array API document 4.0.0.0; developer portal API document 4.4.0.0; dell/python-powerstore (unknown fields are refused).
         */
        replication_session_modify: {
            /**
             * @description Metro only. `Metro_Preferred`, asked of the non-preferred side, makes that side the preferred one.
             *
             *     Source: array API document 4.0.0.0; developer portal API document 4.4.0.0; dell/python-powerstore (unknown fields are refused).
             */
            role?: components["schemas"]["ReplicationRoleEnum"];
            /**
             * @description Lets the witness fail this session over. Synchronous NAS sessions only.
             *
             *     Since 4.3.0.0.
             *
             *     Source: array API document 4.0.0.0; developer portal API document 4.4.0.0; dell/python-powerstore (unknown fields are refused).
             */
            auto_failover_state?: components["schemas"]["AutoFailoverStateEnum"];
        };
        /**
         * @description How to fail over.
         *
         *     Source: array API document 4.0.0.0; developer portal API document 4.4.0.0; REST API guides, 1.x editions; puppetlabs/dellemc-powerstore; dell/python-powerstore (unknown fields are refused).
         */
        replication_session_failover: {
            /**
             * @description `true`, asked of the source, synchronizes first and loses nothing. `false`, asked of the destination, does without the source.
             *
             *     Source: array API document 4.0.0.0; developer portal API document 4.4.0.0; REST API guides, 1.x editions; puppetlabs/dellemc-powerstore; dell/python-powerstore (unknown fields are refused).
             * @default true
             */
            is_planned?: boolean;
            /**
             * @description Reprotect right after the failover, in the other direction. With a planned failover only, as the text says from 4.0 on.
             *
             *     Source: array API document 4.0.0.0; developer portal API document 4.4.0.0; REST API guides, 1.x editions; puppetlabs/dellemc-powerstore; dell/python-powerstore (unknown fields are refused).
             * @default false
             */
            reverse?: boolean;
            /**
             * @description Keep what was written during the running failover test. Has to be `true` for an unplanned failover while a test runs.
             *
             *     Since 2.0.0.0.
             *
             *     Source: array API document 4.0.0.0; developer portal API document 4.4.0.0; REST API guides, 1.x editions; puppetlabs/dellemc-powerstore; dell/python-powerstore (unknown fields are refused).
             * @default false
             */
            use_test_copy?: boolean;
            /**
             * @description Unplanned failover to this snapshot of the destination instead of the last state both sides share. Not while a failover test runs.
             *
             *     Since 2.0.0.0.
             *
             *     Source: array API document 4.0.0.0; developer portal API document 4.4.0.0; REST API guides, 1.x editions; puppetlabs/dellemc-powerstore; dell/python-powerstore (unknown fields are refused).
             */
            failover_snapshot_id?: string;
            /**
             * @description With an unplanned failover only: fail over again a session that has failed over. Since 4.4 also needed where the destination misses its RPO, or where a file system of a synchronous NAS session is out of sync. Data may be lost.
             *
             *     Source: array API document 4.0.0.0; developer portal API document 4.4.0.0; REST API guides, 1.x editions; puppetlabs/dellemc-powerstore; dell/python-powerstore (unknown fields are refused).
             * @default false
             */
            force?: boolean;
        };
        /**
         * @description How to reprotect.
         *
         *     Since 4.0.0.0.
         *
         *     Source: array API document 4.0.0.0; dell/python-powerstore (unknown fields are refused).
         */
        replication_session_reprotect: {
            /**
             * @description Drop what was written since the failover and replicate in the original direction again. Asynchronous NAS sessions only.
             *
             *     Source: array API document 4.0.0.0; dell/python-powerstore (unknown fields are refused).
             * @default false
             */
            discard_changes_after_failover?: boolean;
        };
        /**
         * @description What to test with.
         *
         *     Since 2.0.0.0.
         *
         *     Source: array API document 4.0.0.0; dell/python-powerstore (unknown fields are refused).
         */
        replication_start_failover_test: {
            /**
             * @description A local snapshot whose data the test sees. Without it, what was synchronized last.
             *
             *     Source: array API document 4.0.0.0; dell/python-powerstore (unknown fields are refused).
             */
            snapshot_id?: string;
        };
        /**
         * @description How to end the test.
         *
         *     Since 2.0.0.0.
         *
         *     Source: array API document 4.0.0.0; developer portal API document 4.4.0.0; dell/python-powerstore (unknown fields are refused).
         */
        replication_stop_failover_test: {
            /**
             * @description Keep what was written during the test as a snapshot, named `failover_test_STOPPED_` and the time. The array deletes it after a while of its own choosing.
             *
             *     Source: array API document 4.0.0.0; developer portal API document 4.4.0.0; dell/python-powerstore (unknown fields are refused).
             * @default false
             */
            create_end_of_test_snapshot?: boolean;
            /**
             * @deprecated
             * @description Stop although the other array cannot be reached. Deprecated since 4.3.0.0.
             *
             *     Source: array API document 4.0.0.0; developer portal API document 4.4.0.0; dell/python-powerstore (unknown fields are refused).
             * @default false
             */
            force?: boolean;
        };
        /**
         * @description What stopping a failover test left behind.
         *
         *     Since 2.0.0.0.
         *
         *     Source: array API document 4.0.0.0.
         */
        replication_session_stop_failover_test_response: {
            /**
             * @description The snapshot of what was written during the test.
             *
             *     Source: array API document 4.0.0.0.
             */
            snapshot_id?: string;
        };
        /**
         * @description Promoting takes no options.
         *
         *     Since 3.0.0.0.
         *
         *     Source: array API document 4.0.0.0; dell/python-powerstore (unknown fields are refused).
         */
        replication_session_promote: Record<string, never>;
        /**
         * @description Demoting takes no options.
         *
         *     Since 3.0.0.0.
         *
         *     Source: array API document 4.0.0.0; dell/python-powerstore (unknown fields are refused).
         */
        replication_session_demote: Record<string, never>;
        /**
         * @description What a session is doing. `Initializing`: being created. `OK`: idle and healthy. `Synchronizing`: copying. `System_Paused`: stopped by the array, a user must act. `Paused`: stopped by a user. `Paused_For_Migration`, `Paused_For_NDU`: stopped by a migration or an upgrade. `Pausing`, `Resuming`, `Modify_Role_In_Progress`, `Failing_Over` (planned), `Failing_Over_For_DR` (unplanned), `Reprotecting`, `Switching_To_Metro_Sync`, `Switching_To_Synchronous`, `Deleting`: on the way. `Failed_Over`: a user must act. `Fractured`: metro broken by a fault, one side serves. `Partial_…`: of the file systems of a NAS server some, not all, are in that state. `Error`: anything else.
         *
         *     Since 3.0.0.0: Pausing, Modify_Role_In_Progress, Switching_To_Metro_Sync, Fractured, Deleting, Partial_OK, Partial_Paused, Partial_Failed_Over, Partial_Reprotected, Error.
         *
         *     Since 4.0.0.0: Switching_To_Synchronous, Partial_Failed_Back.
         *
         *     Source: array API document 4.0.0.0; developer portal API document 4.4.0.0.
         * @enum {string}
         */
        ReplicationStateEnum: "Initializing" | "OK" | "Synchronizing" | "System_Paused" | "Paused" | "Paused_For_Migration" | "Paused_For_NDU" | "Pausing" | "Resuming" | "Modify_Role_In_Progress" | "Failing_Over" | "Failing_Over_For_DR" | "Failed_Over" | "Reprotecting" | "Switching_To_Metro_Sync" | "Fractured" | "Deleting" | "Partial_OK" | "Partial_Paused" | "Partial_Failed_Over" | "Partial_Reprotected" | "Error" | "Switching_To_Synchronous" | "Partial_Failed_Back";
        /**
         * @description Which part the local resource plays.
         *
         *     Since 3.0.0.0: Metro_Preferred, Metro_Non_Preferred.
         *
         *     Source: array API document 4.0.0.0.
         * @enum {string}
         */
        ReplicationRoleEnum: "Source" | "Destination" | "Metro_Preferred" | "Metro_Non_Preferred";
        /**
         * @description What is replicated.
         *
         *     Since 3.0.0.0: replication_group, nas_server.
         *
         *     Since 3.6.0.0: file_system.
         *
         *     Source: array API document 4.0.0.0; developer portal API document 4.4.0.0.
         * @enum {string}
         */
        ReplicatedResourceTypeEnum: "volume" | "volume_group" | "replication_group" | "nas_server" | "file_system";
        /**
         * @description The kind of a replicated part.
         *
         *     Since 3.5.0.0: file_system.
         *
         *     Source: developer portal API document 4.4.0.0.
         * @enum {string}
         */
        StorageElementTypeEnum: "volume" | "virtual_volume" | "file_system";
        /**
         * @description `Asynchronous`: in cycles. `Metro_Active_Active`: both sides can be written, mirrored both ways. `Synchronous`: every write reaches both sides.
         *
         *     Since 3.0.0.0.
         *
         *     Since 4.0.0.0: Synchronous.
         *
         *     Source: array API document 4.0.0.0; developer portal API document 4.4.0.0.
         * @enum {string}
         */
        ReplicationSessionTypeEnum: "Asynchronous" | "Metro_Active_Active" | "Synchronous";
        /**
         * @description How data moves. `Asynchronous_Initial_Sync`: the first full copy. `System_Asynchronous…`: the copy that brings a metro session up. `Switch_To_Sync_Diff_Copy`: its last difference, with mirroring on. `Active_Active`: metro is up. `Faulted_From_In_Sync`: was in sync when the fault came.
         *
         *     Since 3.0.0.0.
         *
         *     Since 4.3.0.0: Faulted_From_In_Sync.
         *
         *     Source: array API document 4.0.0.0; developer portal API document 4.4.0.0.
         * @enum {string}
         */
        DataTransferStateEnum: "Asynchronous" | "Asynchronous_Initial_Sync" | "System_Asynchronous_Initial_Sync" | "System_Asynchronous" | "Switch_To_Sync_Diff_Copy" | "Synchronous" | "Active_Active" | "Faulted" | "Paused" | "Faulted_From_In_Sync";
        /**
         * @description State of the data connections to the other array.
         *
         *     Since 4.0.0.0: Data_Connection_Unstable.
         *
         *     Since 4.3.0.0: Partial_Node_Connection_Loss.
         *
         *     Source: array API document 4.0.0.0; developer portal API document 4.4.0.0.
         * @enum {string}
         */
        DataConnectionStateEnum: "OK" | "Partial_Data_Connection_Loss" | "Complete_Data_Connection_Loss" | "Status_Not_Available" | "No_Targets_Discovered" | "Initializing" | "Data_Connection_Unstable" | "Partial_Node_Connection_Loss";
        /**
         * @description `System_Defined`: follows from role, type and state. `Promoted`, `Demoted`: by a user. `System_Demoted`: by the array healing itself. `System_Promoted`: by the array with its witness.
         *
         *     Since 3.0.0.0.
         *
         *     Since 3.6.0.0: System_Promoted.
         *
         *     Source: array API document 4.0.0.0.
         * @enum {string}
         */
        ReplicationResourceStateEnum: "System_Defined" | "Promoted" | "Demoted" | "System_Demoted" | "System_Promoted";
        /**
         * @description Whether the witness watches over the session.
         *
         *     Since 3.6.0.0.
         *
         *     Source: developer portal API document 4.4.0.0.
         * @enum {string}
         */
        ReplicationSessionWitnessStateEnum: "Initializing" | "Disengaged" | "Engaged" | "Remote_Witness_Invalid_Or_Unavailable" | "Failed_To_Initialize" | "Unconfigure_In_Progress";
        /**
         * @description `Not_Applicable`: everything but synchronous NAS sessions. `Upgrade_Required`: the other array is too old. `Manual_Enable_Required`: both can, but the session is older than that and must be modified. `Enabled_For_Witness_Interaction`: the witness may fail the session over.
         *
         *     Since 4.3.0.0.
         *
         *     Source: developer portal API document 4.4.0.0; answer of a real array, kept in a public test suite.
         * @enum {string}
         */
        AutoFailoverStateEnum: "Not_Applicable" | "Upgrade_Required" | "Manual_Enable_Required" | "Enabled_For_Witness_Interaction";
        /**
         * @description Kinds of remote systems.
         *
         *     Since 3.0.0.0: NetApp, PowerMax_VMAX.
         *
         *     Since 3.5.0.0: PowerProtect_DD.
         *
         *     Since 4.0.0.0: Universal.
         *
         *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0.
         * @enum {string}
         */
        RemoteSystemTypeEnum: "PowerStore" | "Unity" | "VNX" | "PS_Equallogic" | "Storage_Center" | "XtremIO" | "NetApp" | "PowerProtect_DD" | "PowerMax_VMAX" | "Universal";
        /**
         * @description Whether a remote system can be managed.
         *
         *     Since 3.0.0.0: Partial_Delete.
         *
         *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0.
         * @enum {string}
         */
        RemoteSystemStateEnum: "OK" | "Update_Needed" | "Management_Connection_Lost" | "Partial_Delete";
        /**
         * @description What data travels over.
         *
         *     Since 3.0.0.0.
         *
         *     Since 3.5.0.0: DD_Boost.
         *
         *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0.
         * @enum {string}
         */
        DataConnectionTypeEnum: "iSCSI" | "TCP" | "FC" | "DD_Boost";
        /**
         * @description Challenge-handshake authentication: none, one way or both ways.
         *
         *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0.
         * @enum {string}
         */
        RemoteSystemChapModeEnum: "Disabled" | "Single" | "Mutual";
        /**
         * @description Latency classes of the data network.
         *
         *     Since 3.0.0.0: Low_Medium, Medium, Medium_High.
         *
         *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0.
         * @enum {string}
         */
        RemoteSystemLatencyEnum: "Low" | "Low_Medium" | "Medium" | "Medium_High" | "High";
        /**
         * @description What two arrays can do together. The 4.4 prose also names values its enum does not have.
         *
         *     Since 3.0.0.0.
         *
         *     Since 3.5.0.0: Remote_Backup.
         *
         *     Since 4.0.0.0: Synchronous_File_Replication.
         *
         *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0.
         * @enum {string}
         */
        RemoteProtectionCapabilityEnum: "Asynchronous_Block_Replication" | "Asynchronous_File_Replication" | "Asynchronous_Vvol_Replication" | "Block_Agentless_Import" | "Block_Metro_Active_Active" | "Block_Nondisruptive_Import" | "File_Import" | "Remote_Backup" | "Synchronous_Block_Replication" | "Synchronous_File_Replication";
        /**
         * @description State of a file connection.
         *
         *     Since 3.0.0.0.
         *
         *     Since 4.4.0.0: Partial_OK.
         *
         *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0.
         * @enum {string}
         */
        RemoteSystemFileConnectionStateEnum: "OK" | "Update_Needed" | "Not_OK" | "Status_Unknown" | "Partial_OK";
        /**
         * @description A remote system, as selected in parentheses; `id` alone when nothing was.
         *
         *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
         */
        related_remote_system: {
            /**
             * @description Identifies the remote system on this array.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            id?: string;
            /**
             * @description Name of the remote system.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            name?: string;
            /**
             * @description Free text.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            description?: string | null;
            /**
             * @description Serial number; for a PowerStore, the global id of its cluster.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            serial_number?: string;
            /**
             * @description Software version of the remote system.
             *
             *     Since 2.0.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            version?: string | null;
            /**
             * @description Address or host name of its management interface.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            management_address?: string;
            /**
             * Format: int32
             * @description Port of its management interface. PowerMax and VMAX only.
             *
             *     Since 3.0.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            management_port?: number | null;
            /**
             * @description What kind of system it is.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            type?: components["schemas"]["RemoteSystemTypeEnum"] | components["schemas"]["UnknownLiteral"];
            /**
             * @description `type` in words.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            type_l10n?: string;
            /**
             * @description User that connects to it. Not for PowerStore.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            user_name?: string | null;
            /**
             * @description Whether this array can manage it.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            state?: components["schemas"]["RemoteSystemStateEnum"] | components["schemas"]["UnknownLiteral"];
            /**
             * @description `state` in words.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            state_l10n?: string;
            /**
             * @description What data travels over.
             *
             *     Since 3.0.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            data_connection_type?: components["schemas"]["DataConnectionTypeEnum"] | components["schemas"]["UnknownLiteral"] | null;
            /**
             * @description `data_connection_type` in words.
             *
             *     Since 3.0.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            data_connection_type_l10n?: string | null;
            /**
             * @description State of the data connections.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            data_connection_state?: components["schemas"]["DataConnectionStateEnum"] | components["schemas"]["UnknownLiteral"];
            /**
             * @description `data_connection_state` in words.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            data_connection_state_l10n?: string;
            /**
             * @description Its iSCSI portals.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            iscsi_addresses?: string[] | null;
            /**
             * @description Its Fibre Channel targets.
             *
             *     Since 3.0.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            fc_target_wwns?: string[] | null;
            /**
             * @description CHAP mode of iSCSI discovery. Not for PowerStore.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            discovery_chap_mode?: components["schemas"]["RemoteSystemChapModeEnum"] | components["schemas"]["UnknownLiteral"] | null;
            /**
             * @description `discovery_chap_mode` in words.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            discovery_chap_mode_l10n?: string | null;
            /**
             * @description CHAP mode of iSCSI sessions. Not for PowerStore.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            session_chap_mode?: components["schemas"]["RemoteSystemChapModeEnum"] | components["schemas"]["UnknownLiteral"] | null;
            /**
             * @description `session_chap_mode` in words.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            session_chap_mode_l10n?: string | null;
            /**
             * @description Latency the data network was configured for.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            data_network_latency?: components["schemas"]["RemoteSystemLatencyEnum"] | components["schemas"]["UnknownLiteral"] | null;
            /**
             * @description `data_network_latency` in words.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            data_network_latency_l10n?: string | null;
            /**
             * @description What the two arrays can do together.
             *
             *     Since 3.0.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            capabilities?: (components["schemas"]["RemoteProtectionCapabilityEnum"] | components["schemas"]["UnknownLiteral"])[];
            /**
             * @description `capabilities` in words.
             *
             *     Since 3.0.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            capabilities_l10n?: string[];
            /**
             * @description User of the file part of a VNX.
             *
             *     Since 3.0.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            vnx_file_username?: string | null;
            /**
             * @description Address for file import and replication.
             *
             *     Since 3.0.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            file_connection_address?: string | null;
            /**
             * @description State of the file connection.
             *
             *     Since 3.0.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            file_connection_state?: components["schemas"]["RemoteSystemFileConnectionStateEnum"] | components["schemas"]["UnknownLiteral"] | null;
            /**
             * @description `file_connection_state` in words.
             *
             *     Since 3.0.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            file_connection_state_l10n?: string | null;
        };
        /**
         * @description What can be moved.
         *
         *     Since 3.0.0.0: virtual_machine, replication_group.
         *
         *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0.
         * @enum {string}
         */
        MigrationResourceTypeEnum: "volume" | "virtual_volume" | "volume_group" | "virtual_machine" | "replication_group";
        /**
         * @description What a migration is doing.
         *
         *     Since 3.0.0.0: Automatic_Rescan_In_Progress, Manual_Rescan_Required.
         *
         *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0.
         * @enum {string}
         */
        MigrationSessionStateEnum: "Initializing" | "Automatic_Rescan_In_Progress" | "Manual_Rescan_Required" | "Initialized" | "Synchronizing" | "Idle" | "Cutting_Over" | "Deleting" | "Completed" | "Pausing" | "Paused" | "System_Paused" | "Resuming" | "Failed";
        /**
         * @description A migration, as selected in parentheses; `id` alone when nothing was.
         *
         *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
         */
        related_migration_session: {
            /**
             * @description Identifies the migration.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            id?: string;
            /**
             * @description Name of the migration.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            name?: string;
            /**
             * @description What is moved.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            resource_type?: components["schemas"]["MigrationResourceTypeEnum"] | components["schemas"]["UnknownLiteral"];
            /**
             * @description `resource_type` in words.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            resource_type_l10n?: string;
            /**
             * @description Where it comes from.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            source_appliance_id?: string;
            /**
             * @description Where it goes.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            destination_appliance_id?: string;
            /**
             * @description The family of the resource that is moved.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            family_id?: string;
            /**
             * @description What the migration is doing.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            state?: components["schemas"]["MigrationSessionStateEnum"] | components["schemas"]["UnknownLiteral"];
            /**
             * @description `state` in words.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            state_l10n?: string;
            /**
             * Format: date-time
             * @description When it was created.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            created_timestamp?: string;
            /**
             * Format: date-time
             * @description When data was last copied.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            last_sync_timestamp?: string | null;
            /**
             * Format: int64
             * @description Bytes per second at the moment.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            current_transfer_rate?: number | null;
            /**
             * Format: int32
             * @description How far it is, in percent.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            progress_percentage?: number | null;
            /**
             * Format: date-time
             * @description When it is expected to end.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            estimated_completion_timestamp?: string | null;
        };
        /**
         * @description Recovery point objectives. `Zero` replicates synchronously.
         *
         *     Since 4.0.0.0: Zero.
         *
         *     Source: array API document 4.0.0.0; array API document 4.1.0.0.
         * @enum {string}
         */
        RPOEnum: "Five_Minutes" | "Fifteen_Minutes" | "Thirty_Minutes" | "One_Hour" | "Six_Hours" | "Twelve_Hours" | "One_Day" | "Zero";
        /**
         * @description Who looks after a policy or rule.
         *
         *     Since 3.0.0.0.
         *
         *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0.
         * @enum {string}
         */
        PolicyManagedByEnum: "User" | "Metro" | "Replication" | "VMware_vSphere";
        /**
         * @description A replication rule, as selected in parentheses; `id` alone when nothing was.
         *
         *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
         */
        related_replication_rule: {
            /**
             * @description Identifies the rule on this array.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            id?: string;
            /**
             * @description Name of the rule.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            name?: string;
            /**
             * @description Recovery point objective: how old the copy may get.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            rpo?: components["schemas"]["RPOEnum"] | components["schemas"]["UnknownLiteral"];
            /**
             * @description `rpo` in words.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            rpo_l10n?: string;
            /**
             * @description The array it replicates to.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            remote_system_id?: string;
            /**
             * @description Whether the other array brought the rule here.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            is_replica?: boolean;
            /**
             * @description Whether the rule is protected from changes.
             *
             *     Since 3.0.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            is_read_only?: boolean;
            /**
             * Format: int32
             * @description Minutes a copy may be late before an alert. By default the RPO in minutes.
             *
             *     Since 3.0.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            alert_threshold?: number | null;
            /**
             * @description Who looks after the rule.
             *
             *     Since 3.0.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            managed_by?: components["schemas"]["PolicyManagedByEnum"] | components["schemas"]["UnknownLiteral"];
            /**
             * @description `managed_by` in words.
             *
             *     Since 3.0.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            managed_by_l10n?: string;
            /**
             * @description Id of who looks after it; empty for a user.
             *
             *     Since 3.0.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            managed_by_id?: string | null;
            /**
             * @description Appliance of the remote system that gets the copies of NAS servers, where it has several.
             *
             *     Since 4.4.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            initial_provisioning_remote_appliance_id?: string | null;
        };
        /**
         * @description Original, clone, snapshot, or stand-in for remote data.
         *
         *     Since 3.5.0.0: Proxy.
         *
         *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0.
         * @enum {string}
         */
        VolumeTypeEnum: "Primary" | "Clone" | "Snapshot" | "Proxy";
        /**
         * @description State of a volume.
         *
         *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0.
         * @enum {string}
         */
        VolumeStateEnum: "Ready" | "Initializing" | "Offline" | "Destroying";
        /**
         * @description Which node serves a volume, and who chose it.
         *
         *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0.
         * @enum {string}
         */
        NodeAffinityEnum: "System_Select_At_Attach" | "System_Selected_Node_A" | "System_Selected_Node_B" | "Preferred_Node_A" | "Preferred_Node_B";
        /**
         * @description What a volume is used for.
         *
         *     Since 2.1.0.0.
         *
         *     Since 4.1.0.0: Boot_Volume_Other.
         *
         *     Since 4.4.0.0: Virtualization_Nutanix.
         *
         *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0.
         * @enum {string}
         */
        AppTypeEnum: "Relational_Databases_Other" | "Relational_Databases_Oracle" | "Relational_Databases_SQL_Server" | "Relational_Databases_PostgreSQL" | "Relational_Databases_MySQL" | "Relational_Databases_IBM_DB2" | "Big_Data_Analytics_Other" | "Big_Data_Analytics_MongoDB" | "Big_Data_Analytics_Cassandra" | "Big_Data_Analytics_SAP_HANA" | "Big_Data_Analytics_Spark" | "Big_Data_Analytics_Splunk" | "Big_Data_Analytics_ElasticSearch" | "Business_Applications_Other" | "Business_Applications_ERP_SAP" | "Business_Applications_CRM" | "Business_Applications_Exchange" | "Business_Applications_Sharepoint" | "Healthcare_Other" | "Healthcare_Epic" | "Healthcare_MEDITECH" | "Healthcare_Allscripts" | "Healthcare_Cerner" | "Virtualization_Other" | "Virtualization_Virtual_Servers_VSI" | "Virtualization_Containers_Kubernetes" | "Virtualization_Virtual_Desktops_VDI" | "Virtualization_Nutanix" | "Boot_Volume_Other" | "Other";
        /**
         * @description A volume, as selected in parentheses; `id` alone when nothing was.
         *
         *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
         */
        related_volume: {
            /**
             * @description Identifies the volume on this array.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            id?: string;
            /**
             * @description Name of the volume.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            name?: string;
            /**
             * @description Free text.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            description?: string | null;
            /**
             * @description Original, clone or snapshot.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            type?: components["schemas"]["VolumeTypeEnum"] | components["schemas"]["UnknownLiteral"];
            /**
             * @description `type` in words.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            type_l10n?: string;
            /**
             * @description World Wide Name that hosts see.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            wwn?: string | null;
            /**
             * Format: int32
             * @description NVMe namespace id.
             *
             *     Since 2.0.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            nsid?: number | null;
            /**
             * @description NVMe globally unique id.
             *
             *     Since 2.0.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            nguid?: string | null;
            /**
             * @description Appliance it lives on.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            appliance_id?: string;
            /**
             * @description State of the volume.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            state?: components["schemas"]["VolumeStateEnum"] | components["schemas"]["UnknownLiteral"];
            /**
             * @description `state` in words.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            state_l10n?: string;
            /**
             * Format: int64
             * @description Size in bytes, a multiple of 8192.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            size?: number;
            /**
             * Format: int64
             * @description Bytes written by hosts, collected every five minutes; `null` at first.
             *
             *     Since 3.0.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            logical_used?: number | null;
            /**
             * Format: int32
             * @description Sector size in bytes, 512 or 4096.
             *
             *     Since 4.3.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            sector_size?: number;
            /**
             * @description Which node serves it.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            node_affinity?: components["schemas"]["NodeAffinityEnum"] | components["schemas"]["UnknownLiteral"];
            /**
             * @description `node_affinity` in words.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            node_affinity_l10n?: string;
            /**
             * Format: date-time
             * @description When it was created.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            creation_timestamp?: string;
            /**
             * @description Policy that protects it.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            protection_policy_id?: string | null;
            /**
             * @description Performance policy.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            performance_policy_id?: string | null;
            /**
             * @description Quality-of-service policy.
             *
             *     Since 4.0.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            qos_performance_policy_id?: string | null;
            /**
             * @description Whether it is a replication destination; stays `true` when the session is gone, until it is changed. `false` on both sides of metro.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            is_replication_destination?: boolean;
            /**
             * @description Migration that moves it.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            migration_session_id?: string | null;
            /**
             * @description Its metro session.
             *
             *     Since 3.0.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            metro_replication_session_id?: string | null;
            /**
             * @description Whether hosts can reach it here.
             *
             *     Since 3.0.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            is_host_access_available?: boolean | null;
            /**
             * @description Application it is used for.
             *
             *     Since 2.1.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            app_type?: components["schemas"]["AppTypeEnum"] | components["schemas"]["UnknownLiteral"] | null;
            /**
             * @description `app_type` in words.
             *
             *     Since 2.1.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            app_type_l10n?: string | null;
            /**
             * @description Name of the application, where `app_type` is a literal that ends in `Other`.
             *
             *     Since 2.1.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            app_type_other?: string | null;
        };
        /**
         * @description Where the members of a group are placed. Deprecated since 2.0.0.0.
         *
         *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0.
         * @enum {string}
         */
        VGPlacementRule: "Same_Appliance" | "No_Preference";
        /**
         * @description A volume group, as selected in parentheses; `id` alone when nothing was.
         *
         *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
         */
        related_volume_group: {
            /**
             * @description Identifies the group on this array.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            id?: string;
            /**
             * @description Name of the group.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            name?: string;
            /**
             * @description Free text.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            description?: string | null;
            /**
             * Format: date-time
             * @description When it was created.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            creation_timestamp?: string;
            /**
             * @description Whether a protection policy can be assigned.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            is_protectable?: boolean;
            /**
             * @description Policy that protects it.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            protection_policy_id?: string | null;
            /**
             * @description Quality-of-service policy.
             *
             *     Since 4.0.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            qos_performance_policy_id?: string | null;
            /**
             * @description Migration that moves it.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            migration_session_id?: string | null;
            /**
             * @description Whether snapshots and copies keep the order of writes across members.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            is_write_order_consistent?: boolean;
            /**
             * @deprecated
             * @description Where members are placed. Deprecated since 2.0.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            placement_rule?: components["schemas"]["VGPlacementRule"] | components["schemas"]["UnknownLiteral"] | null;
            /**
             * @description Original, clone or snapshot.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            type?: components["schemas"]["VolumeTypeEnum"] | components["schemas"]["UnknownLiteral"];
            /**
             * @description `type` in words.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            type_l10n?: string;
            /**
             * @description Whether it is a replication destination.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            is_replication_destination?: boolean;
            /**
             * @description Its metro session.
             *
             *     Since 4.0.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            metro_replication_session_id?: string | null;
            /**
             * @description Whether hosts can reach it here.
             *
             *     Since 4.0.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            is_host_access_available?: boolean | null;
            /**
             * @description Whether an import fills it.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            is_importing?: boolean;
        };
        /**
         * @description Progress state of a job.
         *
         *     Since 1.0.2.0.
         *
         *     Since 4.3.0.0: Waiting_Approval.
         *
         *     Source: developer portal API document 4.4.0.0.
         * @enum {string}
         */
        JobPhaseEnum: "Pending" | "Queued" | "In_Progress" | "Completed" | "Skipped" | "Failing" | "Unrecoverable_Failed" | "Failed" | "Waiting_Approval";
        /**
         * @description How an attempt to connect ended.
         *
         *     Since 3.5.0.0: Operation_Timeout.
         *
         *     Source: developer portal API document 4.4.0.0.
         * @enum {string}
         */
        TransitConnectionStatusEnum: "Login_Success" | "Authentication_Failure" | "Connection_Refused" | "Login_Timeout" | "Network_Error" | "General_Failure" | "Login_Success_No_Ports" | "Discovery_Success" | "Discovery_Authentication_Failure" | "Discovery_Connection_Refused" | "Discovery_Timeout" | "Operation_Timeout";
        /**
         * @description How a node of this array reaches a target of the remote system.
         *
         *     Source: developer portal API document 4.4.0.0; dell/python-powerstore; assumed (nullability).
         */
        data_connection: {
            /**
             * @description The node of this array.
             *
             *     Source: developer portal API document 4.4.0.0; dell/python-powerstore; assumed (nullability).
             */
            node_id?: string;
            /**
             * @description Address it comes from: an IP address, or a WWN for Fibre Channel.
             *
             *     Source: developer portal API document 4.4.0.0; dell/python-powerstore; assumed (nullability).
             */
            initiator_address?: string | null;
            /**
             * @description Address it goes to: an IP address, or a WWN for Fibre Channel.
             *
             *     Source: developer portal API document 4.4.0.0; dell/python-powerstore; assumed (nullability).
             */
            target_address?: string | null;
            /**
             * @description How the last attempt ended.
             *
             *     Source: developer portal API document 4.4.0.0; dell/python-powerstore; assumed (nullability).
             */
            status?: components["schemas"]["TransitConnectionStatusEnum"] | components["schemas"]["UnknownLiteral"];
            /**
             * @description `status` in words.
             *
             *     Source: developer portal API document 4.4.0.0; dell/python-powerstore; assumed (nullability).
             */
            status_l10n?: string;
            /**
             * @description What data travels over.
             *
             *     Since 3.0.0.0.
             *
             *     Source: developer portal API document 4.4.0.0; dell/python-powerstore; assumed (nullability).
             */
            data_connection_type?: components["schemas"]["DataConnectionTypeEnum"] | components["schemas"]["UnknownLiteral"] | null;
            /**
             * @description `data_connection_type` in words.
             *
             *     Since 3.0.0.0.
             *
             *     Source: developer portal API document 4.4.0.0; dell/python-powerstore; assumed (nullability).
             */
            data_connection_type_l10n?: string | null;
        };
        /**
         * @description An appliance of the remote system.
         *
         *     Since 3.0.0.0.
         *
         *     Source: developer portal API document 4.4.0.0.
         */
        remote_appliance_details: {
            /**
             * @description Its id there; `remote_appliance_id` of `configure_metro` takes it.
             *
             *     Source: developer portal API document 4.4.0.0.
             */
            appliance_id?: string;
            /**
             * @description Its serial number.
             *
             *     Source: developer portal API document 4.4.0.0.
             */
            appliance_serial?: string;
        };
        /**
         * @description A storage unit of a PowerProtect DD.
         *
         *     Since 3.5.0.0.
         *
         *     Source: developer portal API document 4.4.0.0.
         */
        ppdd_storage_unit_details: {
            /**
             * @description Address for DD Boost.
             *
             *     Source: developer portal API document 4.4.0.0.
             */
            dd_boost_address?: string;
            /**
             * @description Name of the storage unit.
             *
             *     Source: developer portal API document 4.4.0.0.
             */
            storage_unit_name?: string;
            /**
             * @description User of the storage unit.
             *
             *     Source: developer portal API document 4.4.0.0.
             */
            dd_boost_username?: string;
            /**
             * @description Whether backups are encrypted on the way.
             *
             *     Source: developer portal API document 4.4.0.0.
             */
            is_data_encryption_enabled?: boolean;
        };
        /**
         * @description An account on a Unity.
         *
         *     Since 4.0.0.0.
         *
         *     Source: developer portal API document 4.4.0.0.
         */
        unity_file_details: {
            /**
             * @description Name of the service account.
             *
             *     Source: developer portal API document 4.4.0.0.
             */
            service_account_username?: string;
        };
        /**
         * @description A storage network.
         *
         *     Since 4.0.0.0.
         *
         *     Source: developer portal API document 4.4.0.0; assumed (nullability).
         */
        powerstore_network_info: {
            /**
             * @description Identifies the network.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (nullability).
             */
            id?: string;
            /**
             * @description Name of the network.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (nullability).
             */
            name?: string;
            /**
             * Format: int32
             * @description Its VLAN.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (nullability).
             */
            vlan_id?: number;
            /**
             * @description Its gateway.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (nullability).
             */
            gateway?: string | null;
            /**
             * Format: int32
             * @description Its largest packet, in bytes.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (nullability).
             */
            mtu?: number;
            /**
             * Format: int32
             * @description Length of its prefix.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (nullability).
             */
            prefix_length?: number;
        };
        /**
         * @description Storage networks of the two arrays that carry data between them.
         *
         *     Since 4.0.0.0.
         *
         *     Source: developer portal API document 4.4.0.0.
         */
        powerstore_data_network_group: {
            /**
             * @description Identifies the group.
             *
             *     Source: developer portal API document 4.4.0.0.
             */
            id?: string;
            /**
             * @description Name of the group.
             *
             *     Source: developer portal API document 4.4.0.0.
             */
            name?: string;
            /**
             * @description Those of this array.
             *
             *     Source: developer portal API document 4.4.0.0.
             */
            local_powerstore_networks?: components["schemas"]["powerstore_network_info"][];
            /**
             * @description Those of the other array.
             *
             *     Source: developer portal API document 4.4.0.0.
             */
            remote_powerstore_networks?: components["schemas"]["powerstore_network_info"][];
        };
        /**
         * @description State of the file connection of one appliance.
         *
         *     Since 4.4.0.0.
         *
         *     Source: developer portal API document 4.4.0.0.
         * @enum {string}
         */
        ApplianceFileConnectionStatusEnum: "OK" | "Not_OK" | "Status_Unknown";
        /**
         * @description How an appliance of this array reaches the file part of the remote system.
         *
         *     Since 4.4.0.0.
         *
         *     Source: developer portal API document 4.4.0.0; assumed (nullability).
         */
        file_connection: {
            /**
             * @description The appliance of this array.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (nullability).
             */
            appliance_id?: string;
            /**
             * @description Address it goes to.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (nullability).
             */
            target_address?: string | null;
            /**
             * @description Whether it gets there.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (nullability).
             */
            status?: components["schemas"]["ApplianceFileConnectionStatusEnum"] | components["schemas"]["UnknownLiteral"];
            /**
             * @description `status` in words.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (nullability).
             */
            status_l10n?: string;
        };
        /**
         * @description A remote system as this array sees it.
         *
         *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
         */
        remote_system_instance: {
            /**
             * @description Identifies the remote system on this array.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            id?: string;
            /**
             * @description Name of the remote system.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            name?: string;
            /**
             * @description Free text.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            description?: string | null;
            /**
             * @description Serial number; for a PowerStore, the global id of its cluster.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            serial_number?: string;
            /**
             * @description Software version of the remote system.
             *
             *     Since 2.0.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            version?: string | null;
            /**
             * @description Address or host name of its management interface.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            management_address?: string;
            /**
             * Format: int32
             * @description Port of its management interface. PowerMax and VMAX only.
             *
             *     Since 3.0.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            management_port?: number | null;
            /**
             * @description What kind of system it is.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            type?: components["schemas"]["RemoteSystemTypeEnum"] | components["schemas"]["UnknownLiteral"];
            /**
             * @description `type` in words.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            type_l10n?: string;
            /**
             * @description User that connects to it. Not for PowerStore.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            user_name?: string | null;
            /**
             * @description Whether this array can manage it.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            state?: components["schemas"]["RemoteSystemStateEnum"] | components["schemas"]["UnknownLiteral"];
            /**
             * @description `state` in words.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            state_l10n?: string;
            /**
             * @description What data travels over.
             *
             *     Since 3.0.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            data_connection_type?: components["schemas"]["DataConnectionTypeEnum"] | components["schemas"]["UnknownLiteral"] | null;
            /**
             * @description `data_connection_type` in words.
             *
             *     Since 3.0.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            data_connection_type_l10n?: string | null;
            /**
             * @description State of the data connections.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            data_connection_state?: components["schemas"]["DataConnectionStateEnum"] | components["schemas"]["UnknownLiteral"];
            /**
             * @description `data_connection_state` in words.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            data_connection_state_l10n?: string;
            /**
             * @description Its iSCSI portals.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            iscsi_addresses?: string[] | null;
            /**
             * @description Its Fibre Channel targets.
             *
             *     Since 3.0.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            fc_target_wwns?: string[] | null;
            /**
             * @description CHAP mode of iSCSI discovery. Not for PowerStore.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            discovery_chap_mode?: components["schemas"]["RemoteSystemChapModeEnum"] | components["schemas"]["UnknownLiteral"] | null;
            /**
             * @description `discovery_chap_mode` in words.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            discovery_chap_mode_l10n?: string | null;
            /**
             * @description CHAP mode of iSCSI sessions. Not for PowerStore.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            session_chap_mode?: components["schemas"]["RemoteSystemChapModeEnum"] | components["schemas"]["UnknownLiteral"] | null;
            /**
             * @description `session_chap_mode` in words.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            session_chap_mode_l10n?: string | null;
            /**
             * @description Latency the data network was configured for.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            data_network_latency?: components["schemas"]["RemoteSystemLatencyEnum"] | components["schemas"]["UnknownLiteral"] | null;
            /**
             * @description `data_network_latency` in words.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            data_network_latency_l10n?: string | null;
            /**
             * @description What the two arrays can do together.
             *
             *     Since 3.0.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            capabilities?: (components["schemas"]["RemoteProtectionCapabilityEnum"] | components["schemas"]["UnknownLiteral"])[];
            /**
             * @description `capabilities` in words.
             *
             *     Since 3.0.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            capabilities_l10n?: string[];
            /**
             * @description User of the file part of a VNX.
             *
             *     Since 3.0.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            vnx_file_username?: string | null;
            /**
             * @description Address for file import and replication.
             *
             *     Since 3.0.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            file_connection_address?: string | null;
            /**
             * @description State of the file connection.
             *
             *     Since 3.0.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            file_connection_state?: components["schemas"]["RemoteSystemFileConnectionStateEnum"] | components["schemas"]["UnknownLiteral"] | null;
            /**
             * @description `file_connection_state` in words.
             *
             *     Since 3.0.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            file_connection_state_l10n?: string | null;
            /**
             * @description How each node of this array reaches the remote system.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            data_connections?: components["schemas"]["data_connection"][] | null;
            /**
             * @description The appliances of the remote system. PowerStore only.
             *
             *     Since 3.0.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            appliance_details?: components["schemas"]["remote_appliance_details"][] | null;
            /**
             * @description Where backups go. PowerProtect DD only.
             *
             *     Since 3.5.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            ppdd_storage_unit_details?: components["schemas"]["ppdd_storage_unit_details"] | null;
            /**
             * @description Account for file import. Unity only.
             *
             *     Since 4.0.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            unity_file_details?: components["schemas"]["unity_file_details"] | null;
            /**
             * @description Which storage networks of the two arrays carry the data. PowerStore only.
             *
             *     Since 4.0.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            powerstore_data_network_configuration?: components["schemas"]["powerstore_data_network_group"][] | null;
            /**
             * @description How each appliance of this array reaches the file part of the remote system.
             *
             *     Since 4.4.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            file_connections?: components["schemas"]["file_connection"][] | null;
            /**
             * @description The rules that replicate to it.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            replication_rules?: components["schemas"]["related_replication_rule"][];
            /**
             * @description The sessions with it.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            replication_sessions?: components["schemas"]["related_replication_session"][];
        };
        /**
         * @description `Protection`: snapshot and replication rules, for what is to be protected. `Performance`: priority of a volume. `QoS`: limits of volumes and groups. `File_Performance`: limits of NAS servers and file systems.
         *
         *     Since 4.0.0.0: QoS.
         *
         *     Since 4.1.0.0: File_Performance.
         *
         *     Source: developer portal API document 4.4.0.0.
         * @enum {string}
         */
        PolicyTypeEnum: "Protection" | "Performance" | "QoS" | "File_Performance";
        /**
         * @description A policy, as selected in parentheses; `id` alone when nothing was.
         *
         *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
         */
        related_policy: {
            /**
             * @description Identifies the policy on this array.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            id?: string;
            /**
             * @description Name of the policy.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            name?: string;
            /**
             * @description Free text.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            description?: string | null;
            /**
             * @description What the policy is for.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            type?: components["schemas"]["PolicyTypeEnum"] | components["schemas"]["UnknownLiteral"];
            /**
             * @description `type` in words.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            type_l10n?: string;
            /**
             * @description Who looks after the policy.
             *
             *     Since 3.0.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            managed_by?: components["schemas"]["PolicyManagedByEnum"] | components["schemas"]["UnknownLiteral"];
            /**
             * @description `managed_by` in words.
             *
             *     Since 3.0.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            managed_by_l10n?: string;
            /**
             * @description Id of who looks after it; empty for a user.
             *
             *     Since 3.0.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            managed_by_id?: string | null;
            /**
             * @description Whether the policy is protected from changes.
             *
             *     Since 3.0.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            is_read_only?: boolean;
            /**
             * @description Whether the other array brought the policy here.
             *
             *     Since 3.0.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            is_replica?: boolean;
            /**
             * @description The limit of a policy of type `File_Performance`.
             *
             *     Since 4.1.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            file_io_limit_rule_id?: string | null;
        };
        /**
         * @description A replication rule.
         *
         *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
         */
        replication_rule_instance: {
            /**
             * @description Identifies the rule on this array.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            id?: string;
            /**
             * @description Name of the rule.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            name?: string;
            /**
             * @description Recovery point objective: how old the copy may get.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            rpo?: components["schemas"]["RPOEnum"] | components["schemas"]["UnknownLiteral"];
            /**
             * @description `rpo` in words.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            rpo_l10n?: string;
            /**
             * @description The array it replicates to.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            remote_system_id?: string;
            /**
             * @description Whether the other array brought the rule here.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            is_replica?: boolean;
            /**
             * @description Whether the rule is protected from changes.
             *
             *     Since 3.0.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            is_read_only?: boolean;
            /**
             * Format: int32
             * @description Minutes a copy may be late before an alert. By default the RPO in minutes.
             *
             *     Since 3.0.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            alert_threshold?: number | null;
            /**
             * @description Who looks after the rule.
             *
             *     Since 3.0.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            managed_by?: components["schemas"]["PolicyManagedByEnum"] | components["schemas"]["UnknownLiteral"];
            /**
             * @description `managed_by` in words.
             *
             *     Since 3.0.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            managed_by_l10n?: string;
            /**
             * @description Id of who looks after it; empty for a user.
             *
             *     Since 3.0.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            managed_by_id?: string | null;
            /**
             * @description Appliance of the remote system that gets the copies of NAS servers, where it has several.
             *
             *     Since 4.4.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            initial_provisioning_remote_appliance_id?: string | null;
            /**
             * @description The array it replicates to.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            remote_system?: components["schemas"]["related_remote_system"];
            /**
             * @description The sessions it made.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            replication_sessions?: components["schemas"]["related_replication_session"][];
            /**
             * @description The policies it is in.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            policies?: components["schemas"]["related_policy"][];
        };
        /**
         * @description Times between snapshots.
         *
         *     Source: developer portal API document 4.4.0.0.
         * @enum {string}
         */
        SnapRuleIntervalEnum: "Five_Minutes" | "Fifteen_Minutes" | "Thirty_Minutes" | "One_Hour" | "Two_Hours" | "Three_Hours" | "Four_Hours" | "Six_Hours" | "Eight_Hours" | "Twelve_Hours" | "One_Day";
        /**
         * @description A snapshot rule, as selected in parentheses; `id` alone when nothing was.
         *
         *     Source: developer portal API document 4.4.0.0; assumed (nullability).
         */
        related_snapshot_rule: {
            /**
             * @description Identifies the rule on this array.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (nullability).
             */
            id?: string;
            /**
             * @description Name of the rule.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (nullability).
             */
            name?: string;
            /**
             * @description Where its snapshots go; empty where they stay here.
             *
             *     Since 3.5.0.0.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (nullability).
             */
            remote_system_id?: string | null;
            /**
             * @description Time between snapshots, where they are not taken at a time of day.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (nullability).
             */
            interval?: components["schemas"]["SnapRuleIntervalEnum"] | components["schemas"]["UnknownLiteral"] | null;
            /**
             * @description `interval` in words.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (nullability).
             */
            interval_l10n?: string | null;
            /**
             * @description When a daily snapshot is taken, as `hh:mm`.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (nullability).
             */
            time_of_day?: string | null;
            /**
             * Format: int32
             * @description How many hours snapshots are kept.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (nullability).
             */
            desired_retention?: number;
            /**
             * @description Whether the other array brought the rule here.
             *
             *     Since 3.0.0.0.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (nullability).
             */
            is_replica?: boolean;
            /**
             * @description Whether the rule is protected from changes.
             *
             *     Since 3.0.0.0.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (nullability).
             */
            is_read_only?: boolean;
            /**
             * @description Who looks after the rule.
             *
             *     Since 3.0.0.0.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (nullability).
             */
            managed_by?: components["schemas"]["PolicyManagedByEnum"] | components["schemas"]["UnknownLiteral"];
            /**
             * @description `managed_by` in words.
             *
             *     Since 3.0.0.0.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (nullability).
             */
            managed_by_l10n?: string;
            /**
             * @description Id of who looks after it; empty for a user.
             *
             *     Since 3.0.0.0.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (nullability).
             */
            managed_by_id?: string | null;
            /**
             * @description Whether its snapshots cannot be deleted before they expire.
             *
             *     Since 3.5.0.0.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (nullability).
             */
            is_secure?: boolean;
        };
        /**
         * @description A policy.
         *
         *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
         */
        policy_instance: {
            /**
             * @description Identifies the policy on this array.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            id?: string;
            /**
             * @description Name of the policy.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            name?: string;
            /**
             * @description Free text.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            description?: string | null;
            /**
             * @description What the policy is for.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            type?: components["schemas"]["PolicyTypeEnum"] | components["schemas"]["UnknownLiteral"];
            /**
             * @description `type` in words.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            type_l10n?: string;
            /**
             * @description Who looks after the policy.
             *
             *     Since 3.0.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            managed_by?: components["schemas"]["PolicyManagedByEnum"] | components["schemas"]["UnknownLiteral"];
            /**
             * @description `managed_by` in words.
             *
             *     Since 3.0.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            managed_by_l10n?: string;
            /**
             * @description Id of who looks after it; empty for a user.
             *
             *     Since 3.0.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            managed_by_id?: string | null;
            /**
             * @description Whether the policy is protected from changes.
             *
             *     Since 3.0.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            is_read_only?: boolean;
            /**
             * @description Whether the other array brought the policy here.
             *
             *     Since 3.0.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            is_replica?: boolean;
            /**
             * @description The limit of a policy of type `File_Performance`.
             *
             *     Since 4.1.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            file_io_limit_rule_id?: string | null;
            /**
             * @description Its replication rules.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            replication_rules?: components["schemas"]["related_replication_rule"][];
            /**
             * @description Its snapshot rules.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            snapshot_rules?: components["schemas"]["related_snapshot_rule"][];
            /**
             * @description The volumes it protects.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            volumes?: components["schemas"]["related_volume"][];
            /**
             * @description The volume groups it protects.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            volume_groups?: components["schemas"]["related_volume_group"][];
            /**
             * @description The volumes it limits.
             *
             *     Since 4.0.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            qos_volumes?: components["schemas"]["related_volume"][];
            /**
             * @description The volume groups it limits.
             *
             *     Since 4.0.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            qos_volume_groups?: components["schemas"]["related_volume_group"][];
        };
        /**
         * @description Who made a volume, a group or a snapshot.
         *
         *     Since 3.5.0.0: External.
         *
         *     Source: array API document 4.0.0.0; dell/gopowerstore; puppetlabs/dellemc-powerstore; assumed (texts of Scheduler and External).
         * @enum {string}
         */
        StorageCreatorTypeEnum: "User" | "System" | "Scheduler" | "External";
        /**
         * @description Where a volume or a volume group comes from. Its fields can be filtered by with a JSON path only.
         *
         *     Source: array API document 4.0.0.0; REST API guides, 1.x editions; puppetlabs/dellemc-powerstore; dell/gopowerstore; dell/ansible-powerstore; openstack/cinder, PowerStore driver; assumed (nullability of is_secure).
         */
        protection_data: {
            /**
             * @description The original at the root of its family: its own id, for an original.
             *
             *     Source: array API document 4.0.0.0; REST API guides, 1.x editions; puppetlabs/dellemc-powerstore; dell/gopowerstore; dell/ansible-powerstore; openstack/cinder, PowerStore driver; assumed (nullability of is_secure).
             */
            family_id?: string;
            /**
             * @description What a clone or a snapshot was made of, or what took the place of that when it was deleted.
             *
             *     Source: array API document 4.0.0.0; REST API guides, 1.x editions; puppetlabs/dellemc-powerstore; dell/gopowerstore; dell/ansible-powerstore; openstack/cinder, PowerStore driver; assumed (nullability of is_secure).
             */
            parent_id?: string | null;
            /**
             * @description What its data comes from; changes with a refresh or a restore.
             *
             *     Source: array API document 4.0.0.0; REST API guides, 1.x editions; puppetlabs/dellemc-powerstore; dell/gopowerstore; dell/ansible-powerstore; openstack/cinder, PowerStore driver; assumed (nullability of is_secure).
             */
            source_id?: string | null;
            /**
             * Format: date-time
             * @description When its data was taken from there.
             *
             *     Source: array API document 4.0.0.0; REST API guides, 1.x editions; puppetlabs/dellemc-powerstore; dell/gopowerstore; dell/ansible-powerstore; openstack/cinder, PowerStore driver; assumed (nullability of is_secure).
             */
            source_timestamp?: string | null;
            /**
             * @description Who made it.
             *
             *     Source: array API document 4.0.0.0; REST API guides, 1.x editions; puppetlabs/dellemc-powerstore; dell/gopowerstore; dell/ansible-powerstore; openstack/cinder, PowerStore driver; assumed (nullability of is_secure).
             */
            creator_type?: components["schemas"]["StorageCreatorTypeEnum"] | components["schemas"]["UnknownLiteral"];
            /**
             * @description `creator_type` in words.
             *
             *     Source: array API document 4.0.0.0; REST API guides, 1.x editions; puppetlabs/dellemc-powerstore; dell/gopowerstore; dell/ansible-powerstore; openstack/cinder, PowerStore driver; assumed (nullability of is_secure).
             */
            creator_type_l10n?: string;
            /**
             * @description What copies of one snapshot on several arrays have in common.
             *
             *     Source: array API document 4.0.0.0; REST API guides, 1.x editions; puppetlabs/dellemc-powerstore; dell/gopowerstore; dell/ansible-powerstore; openstack/cinder, PowerStore driver; assumed (nullability of is_secure).
             */
            copy_signature?: string | null;
            /**
             * @description Snapshot rule that made the snapshot.
             *
             *     Source: array API document 4.0.0.0; REST API guides, 1.x editions; puppetlabs/dellemc-powerstore; dell/gopowerstore; dell/ansible-powerstore; openstack/cinder, PowerStore driver; assumed (nullability of is_secure).
             */
            created_by_rule_id?: string | null;
            /**
             * @description What that rule was called at the time.
             *
             *     Source: array API document 4.0.0.0; REST API guides, 1.x editions; puppetlabs/dellemc-powerstore; dell/gopowerstore; dell/ansible-powerstore; openstack/cinder, PowerStore driver; assumed (nullability of is_secure).
             */
            created_by_rule_name?: string | null;
            /**
             * Format: date-time
             * @description When the array may delete the snapshot; `null` for never.
             *
             *     Source: array API document 4.0.0.0; REST API guides, 1.x editions; puppetlabs/dellemc-powerstore; dell/gopowerstore; dell/ansible-powerstore; openstack/cinder, PowerStore driver; assumed (nullability of is_secure).
             */
            expiration_timestamp?: string | null;
            /**
             * @description Whether the application was brought to rest first.
             *
             *     Source: array API document 4.0.0.0; REST API guides, 1.x editions; puppetlabs/dellemc-powerstore; dell/gopowerstore; dell/ansible-powerstore; openstack/cinder, PowerStore driver; assumed (nullability of is_secure).
             */
            is_app_consistent?: boolean | null;
            /**
             * @description Whether the snapshot is kept from being deleted before it expires.
             *
             *     Since 3.5.0.0.
             *
             *     Source: array API document 4.0.0.0; REST API guides, 1.x editions; puppetlabs/dellemc-powerstore; dell/gopowerstore; dell/ansible-powerstore; openstack/cinder, PowerStore driver; assumed (nullability of is_secure).
             */
            is_secure?: boolean | null;
        };
        /**
         * @description Why something moved to another appliance.
         *
         *     Source: array API document 4.0.0.0; puppetlabs/dellemc-powerstore; assumed (texts).
         * @enum {string}
         */
        LocationHistoryReasonEnum: "Initial" | "Manual" | "Recommended";
        /**
         * @description A move from one appliance to another.
         *
         *     Source: array API document 4.0.0.0; REST API Reference Guide, 2.0 edition; puppetlabs/dellemc-powerstore; dell/gopowerstore; dell/terraform-provider-powerstore; assumed (nullability).
         */
        location_history_entry: {
            /**
             * @description The appliance it left.
             *
             *     Source: array API document 4.0.0.0; REST API Reference Guide, 2.0 edition; puppetlabs/dellemc-powerstore; dell/gopowerstore; dell/terraform-provider-powerstore; assumed (nullability).
             */
            from_appliance_id?: string | null;
            /**
             * @description The appliance it came to.
             *
             *     Source: array API document 4.0.0.0; REST API Reference Guide, 2.0 edition; puppetlabs/dellemc-powerstore; dell/gopowerstore; dell/terraform-provider-powerstore; assumed (nullability).
             */
            to_appliance_id?: string | null;
            /**
             * @description Why it moved.
             *
             *     Source: array API document 4.0.0.0; REST API Reference Guide, 2.0 edition; puppetlabs/dellemc-powerstore; dell/gopowerstore; dell/terraform-provider-powerstore; assumed (nullability).
             */
            reason?: components["schemas"]["LocationHistoryReasonEnum"] | components["schemas"]["UnknownLiteral"] | null;
            /**
             * @description `reason` in words.
             *
             *     Source: array API document 4.0.0.0; REST API Reference Guide, 2.0 edition; puppetlabs/dellemc-powerstore; dell/gopowerstore; dell/terraform-provider-powerstore; assumed (nullability).
             */
            reason_l10n?: string | null;
            /**
             * Format: date-time
             * @description When it moved.
             *
             *     Source: array API document 4.0.0.0; REST API Reference Guide, 2.0 edition; puppetlabs/dellemc-powerstore; dell/gopowerstore; dell/terraform-provider-powerstore; assumed (nullability).
             */
            migrated_on?: string | null;
        };
        /**
         * @description An appliance, as selected in parentheses; `id` alone when nothing was.
         *
         *     Source: assumed.
         */
        related_appliance: {
            /**
             * @description Identifies the appliance.
             *
             *     Source: assumed.
             */
            id?: string;
            /**
             * @description Name of the appliance.
             *
             *     Source: assumed.
             */
            name?: string;
        };
        /**
         * @description A volume, a clone or a snapshot.
         *
         *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
         */
        volume_instance: {
            /**
             * @description Identifies the volume on this array.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            id?: string;
            /**
             * @description Name of the volume.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            name?: string;
            /**
             * @description Free text.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            description?: string | null;
            /**
             * @description Original, clone or snapshot.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            type?: components["schemas"]["VolumeTypeEnum"] | components["schemas"]["UnknownLiteral"];
            /**
             * @description `type` in words.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            type_l10n?: string;
            /**
             * @description World Wide Name that hosts see.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            wwn?: string | null;
            /**
             * Format: int32
             * @description NVMe namespace id.
             *
             *     Since 2.0.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            nsid?: number | null;
            /**
             * @description NVMe globally unique id.
             *
             *     Since 2.0.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            nguid?: string | null;
            /**
             * @description Appliance it lives on.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            appliance_id?: string;
            /**
             * @description State of the volume.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            state?: components["schemas"]["VolumeStateEnum"] | components["schemas"]["UnknownLiteral"];
            /**
             * @description `state` in words.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            state_l10n?: string;
            /**
             * Format: int64
             * @description Size in bytes, a multiple of 8192.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            size?: number;
            /**
             * Format: int64
             * @description Bytes written by hosts, collected every five minutes; `null` at first.
             *
             *     Since 3.0.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            logical_used?: number | null;
            /**
             * Format: int32
             * @description Sector size in bytes, 512 or 4096.
             *
             *     Since 4.3.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            sector_size?: number;
            /**
             * @description Which node serves it.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            node_affinity?: components["schemas"]["NodeAffinityEnum"] | components["schemas"]["UnknownLiteral"];
            /**
             * @description `node_affinity` in words.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            node_affinity_l10n?: string;
            /**
             * Format: date-time
             * @description When it was created.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            creation_timestamp?: string;
            /**
             * @description Policy that protects it.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            protection_policy_id?: string | null;
            /**
             * @description Performance policy.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            performance_policy_id?: string | null;
            /**
             * @description Quality-of-service policy.
             *
             *     Since 4.0.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            qos_performance_policy_id?: string | null;
            /**
             * @description Whether it is a replication destination; stays `true` when the session is gone, until it is changed. `false` on both sides of metro.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            is_replication_destination?: boolean;
            /**
             * @description Migration that moves it.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            migration_session_id?: string | null;
            /**
             * @description Its metro session.
             *
             *     Since 3.0.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            metro_replication_session_id?: string | null;
            /**
             * @description Whether hosts can reach it here.
             *
             *     Since 3.0.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            is_host_access_available?: boolean | null;
            /**
             * @description Where it comes from, and how long it is kept.
             *
             *     Source: array API document 4.0.0.0; developer portal API document 4.4.0.0; puppetlabs/dellemc-powerstore; dell/ansible-powerstore; assumed (never null).
             */
            protection_data?: components["schemas"]["protection_data"];
            /**
             * @description The appliances it has lived on.
             *
             *     Source: developer portal API document 4.4.0.0; puppetlabs/dellemc-powerstore; dell/ansible-powerstore (null); assumed (null where it has not moved).
             */
            location_history?: components["schemas"]["location_history_entry"][] | null;
            /**
             * @description Application it is used for.
             *
             *     Since 2.1.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            app_type?: components["schemas"]["AppTypeEnum"] | components["schemas"]["UnknownLiteral"] | null;
            /**
             * @description `app_type` in words.
             *
             *     Since 2.1.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            app_type_l10n?: string | null;
            /**
             * @description Name of the application, where `app_type` is a literal that ends in `Other`.
             *
             *     Since 2.1.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            app_type_other?: string | null;
            /**
             * @description Appliance it lives on.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            appliance?: components["schemas"]["related_appliance"];
            /**
             * @description Policy that protects it.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            protection_policy?: components["schemas"]["related_policy"] | null;
            /**
             * @description Quality-of-service policy.
             *
             *     Since 4.0.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            qos_performance_policy?: components["schemas"]["related_policy"] | null;
            /**
             * @description Migration that moves it.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            migration_session?: components["schemas"]["related_migration_session"] | null;
            /**
             * @description The groups it is in.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            volume_groups?: components["schemas"]["related_volume_group"][];
            /**
             * @description The sessions that replicate it: several for a third site, `[]` for a member whose group is replicated.
             *
             *     Since 4.0.0.0.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (of a member).
             */
            replication_sessions?: components["schemas"]["related_replication_session"][];
        };
        /**
         * @description What to change. The body is required, none of its fields is.
         *
         *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; dell/gopowerstore; openstack/cinder, PowerStore driver (an empty text removes the policy); dell/python-powerstore (unknown fields are refused).
         */
        volume_modify: {
            /**
             * @description New name.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; dell/gopowerstore; openstack/cinder, PowerStore driver (an empty text removes the policy); dell/python-powerstore (unknown fields are refused).
             */
            name?: string;
            /**
             * @description New free text.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; dell/gopowerstore; openstack/cinder, PowerStore driver (an empty text removes the policy); dell/python-powerstore (unknown fields are refused).
             */
            description?: string;
            /**
             * Format: int64
             * @description New size in bytes, a multiple of 8192 and larger than before.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; dell/gopowerstore; openstack/cinder, PowerStore driver (an empty text removes the policy); dell/python-powerstore (unknown fields are refused).
             */
            size?: number;
            /**
             * Format: date-time
             * @description Snapshots only: when the array may delete it. `null` for never.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; dell/gopowerstore; openstack/cinder, PowerStore driver (an empty text removes the policy); dell/python-powerstore (unknown fields are refused).
             */
            expiration_timestamp?: string | null;
            /**
             * @description Policy that protects it from now on, by id or as `name:` and its name. Empty or `null` removes the policy, and with it the replication session that its rule made.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; dell/gopowerstore; openstack/cinder, PowerStore driver (an empty text removes the policy); dell/python-powerstore (unknown fields are refused).
             */
            protection_policy_id?: string | null;
            /**
             * @description Performance policy, by id or as `name:` and its name.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; dell/gopowerstore; openstack/cinder, PowerStore driver (an empty text removes the policy); dell/python-powerstore (unknown fields are refused).
             */
            performance_policy_id?: string;
            /**
             * @description Quality-of-service policy, by id or as `name:` and its name. Empty or `null` removes it.
             *
             *     Since 4.0.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; dell/gopowerstore; openstack/cinder, PowerStore driver (an empty text removes the policy); dell/python-powerstore (unknown fields are refused).
             */
            qos_performance_policy_id?: string | null;
            /**
             * @description `false` makes a plain volume of what a session that is gone has left behind. `true` is refused.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; dell/gopowerstore; openstack/cinder, PowerStore driver (an empty text removes the policy); dell/python-powerstore (unknown fields are refused).
             */
            is_replication_destination?: boolean;
            /**
             * @description Remove the policy from a replication destination as well, whose session has never synchronized.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; dell/gopowerstore; openstack/cinder, PowerStore driver (an empty text removes the policy); dell/python-powerstore (unknown fields are refused).
             * @default false
             */
            force?: boolean;
            /**
             * @description Which node is to serve it.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; dell/gopowerstore; openstack/cinder, PowerStore driver (an empty text removes the policy); dell/python-powerstore (unknown fields are refused).
             */
            node_affinity?: components["schemas"]["NodeAffinityEnum"];
            /**
             * @description Application it is used for.
             *
             *     Since 2.1.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; dell/gopowerstore; openstack/cinder, PowerStore driver (an empty text removes the policy); dell/python-powerstore (unknown fields are refused).
             */
            app_type?: components["schemas"]["AppTypeEnum"];
            /**
             * @description Name of the application, where `app_type` is a literal that ends in `Other`.
             *
             *     Since 2.1.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; dell/gopowerstore; openstack/cinder, PowerStore driver (an empty text removes the policy); dell/python-powerstore (unknown fields are refused).
             */
            app_type_other?: string;
            /**
             * @description Snapshots only: keep it from being deleted before it expires, which it then has to. Cannot be undone.
             *
             *     Since 3.5.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; dell/gopowerstore; openstack/cinder, PowerStore driver (an empty text removes the policy); dell/python-powerstore (unknown fields are refused).
             */
            is_secure?: boolean;
        };
        /**
         * @description Where the other side of the metro volume is to be.
         *
         *     Since 3.0.0.0.
         *
         *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; dell/python-powerstore (unknown fields are refused).
         */
        volume_configure_metro: {
            /**
             * @description The array of the other side, by id or as `name:` and its name. Both arrays have to be capable of metro.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; dell/python-powerstore (unknown fields are refused).
             */
            remote_system_id: string;
            /**
             * @description Appliance of that array. By default it chooses one.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; dell/python-powerstore (unknown fields are refused).
             */
            remote_appliance_id?: string;
        };
        /**
         * @description What configuring metro made.
         *
         *     Since 3.0.0.0.
         *
         *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0.
         */
        volume_configure_metro_response: {
            /**
             * @description The new metro session.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0.
             */
            metro_replication_session_id?: string;
        };
        /**
         * @description What is to become of the other side.
         *
         *     Since 3.0.0.0.
         *
         *     Source: developer portal API document 4.4.0.0; dell/python-powerstore (unknown fields are refused).
         */
        volume_end_metro: {
            /**
             * @description Delete the volume of the other array too.
             *
             *     Source: developer portal API document 4.4.0.0; dell/python-powerstore (unknown fields are refused).
             * @default false
             */
            delete_remote_volume?: boolean;
            /**
             * @description Ignore what fails on the other array, and leave that side as it is. Meant for an array that is known to be down.
             *
             *     Source: developer portal API document 4.4.0.0; dell/python-powerstore (unknown fields are refused).
             * @default false
             */
            force?: boolean;
        };
        /**
         * @description A volume group, a clone or a snapshot set.
         *
         *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
         */
        volume_group_instance: {
            /**
             * @description Identifies the group on this array.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            id?: string;
            /**
             * @description Name of the group.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            name?: string;
            /**
             * @description Free text.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            description?: string | null;
            /**
             * Format: date-time
             * @description When it was created.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            creation_timestamp?: string;
            /**
             * @description Whether a protection policy can be assigned.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            is_protectable?: boolean;
            /**
             * @description Policy that protects it.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            protection_policy_id?: string | null;
            /**
             * @description Quality-of-service policy.
             *
             *     Since 4.0.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            qos_performance_policy_id?: string | null;
            /**
             * @description Migration that moves it.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            migration_session_id?: string | null;
            /**
             * @description Whether snapshots and copies keep the order of writes across members.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            is_write_order_consistent?: boolean;
            /**
             * @deprecated
             * @description Where members are placed. Deprecated since 2.0.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            placement_rule?: components["schemas"]["VGPlacementRule"] | components["schemas"]["UnknownLiteral"] | null;
            /**
             * @description Original, clone or snapshot.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            type?: components["schemas"]["VolumeTypeEnum"] | components["schemas"]["UnknownLiteral"];
            /**
             * @description `type` in words.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            type_l10n?: string;
            /**
             * @description Whether it is a replication destination.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            is_replication_destination?: boolean;
            /**
             * @description Its metro session.
             *
             *     Since 4.0.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            metro_replication_session_id?: string | null;
            /**
             * @description Whether hosts can reach it here.
             *
             *     Since 4.0.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            is_host_access_available?: boolean | null;
            /**
             * @description Where it comes from, and how long it is kept.
             *
             *     Source: array API document 4.0.0.0; developer portal API document 4.4.0.0; puppetlabs/dellemc-powerstore; dell/ansible-powerstore; assumed (never null).
             */
            protection_data?: components["schemas"]["protection_data"];
            /**
             * @description The appliances it has lived on, the one it is on included.
             *
             *     Source: developer portal API document 4.4.0.0; puppetlabs/dellemc-powerstore; dell/ansible-powerstore (null); assumed (null where it has not moved).
             */
            location_history?: components["schemas"]["location_history_entry"][] | null;
            /**
             * @description Whether an import fills it.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            is_importing?: boolean;
            /**
             * @description Policy that protects it.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            protection_policy?: components["schemas"]["related_policy"] | null;
            /**
             * @description Quality-of-service policy.
             *
             *     Since 4.0.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            qos_performance_policy?: components["schemas"]["related_policy"] | null;
            /**
             * @description Migration that moves it.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            migration_session?: components["schemas"]["related_migration_session"] | null;
            /**
             * @description Its members.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            volumes?: components["schemas"]["related_volume"][];
            /**
             * @description The sessions that replicate it.
             *
             *     Since 4.0.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            replication_sessions?: components["schemas"]["related_replication_session"][];
        };
        /**
         * @description What to change. The body is required, none of its fields is.
         *
         *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; dell/gopowerstore (write order); dell/python-powerstore (unknown fields are refused).
         */
        volume_group_modify: {
            /**
             * @description New name.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; dell/gopowerstore (write order); dell/python-powerstore (unknown fields are refused).
             */
            name?: string;
            /**
             * @description New free text; empty for none.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; dell/gopowerstore (write order); dell/python-powerstore (unknown fields are refused).
             */
            description?: string;
            /**
             * @description Whether snapshots and copies keep the order of writes across members. Synchronous rules need it.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; dell/gopowerstore (write order); dell/python-powerstore (unknown fields are refused).
             */
            is_write_order_consistent?: boolean;
            /**
             * @description Policy that protects it from now on, by id or as `name:` and its name. Empty or `null` removes the policy, and with it the replication session that its rule made.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; dell/gopowerstore (write order); dell/python-powerstore (unknown fields are refused).
             */
            protection_policy_id?: string | null;
            /**
             * @description Quality-of-service policy, by id or as `name:` and its name. Empty or `null` removes it.
             *
             *     Since 4.0.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; dell/gopowerstore (write order); dell/python-powerstore (unknown fields are refused).
             */
            qos_performance_policy_id?: string | null;
            /**
             * @description Snapshot sets only: when the array may delete it, with the offset `Z`. Empty or `null` for never.
             *
             *     Since 2.0.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; dell/gopowerstore (write order); dell/python-powerstore (unknown fields are refused).
             */
            expiration_timestamp?: string | null;
            /**
             * @description Snapshots only: keep it from being deleted before it expires, which it then has to. Cannot be undone.
             *
             *     Since 3.5.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; dell/gopowerstore (write order); dell/python-powerstore (unknown fields are refused).
             */
            is_secure?: boolean;
            /**
             * @description `false` makes a plain group of what a session that is gone has left behind, members included. It stays `true` where that fails for one of them. `true` is refused.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; dell/gopowerstore (write order); dell/python-powerstore (unknown fields are refused).
             */
            is_replication_destination?: boolean;
            /**
             * @description Remove the policy from a replication destination as well, whose session has never synchronized.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; dell/gopowerstore (write order); dell/python-powerstore (unknown fields are refused).
             * @default false
             */
            force?: boolean;
        };
        /**
         * @description Where the other side of the metro volume group is to be.
         *
         *     Since 4.0.0.0.
         *
         *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; dell/python-powerstore (unknown fields are refused).
         */
        volume_group_configure_metro: {
            /**
             * @description The array of the other side, by id or as `name:` and its name. Both arrays have to be capable of metro.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; dell/python-powerstore (unknown fields are refused).
             */
            remote_system_id: string;
            /**
             * @description Appliance of that array. By default it chooses one.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; dell/python-powerstore (unknown fields are refused).
             */
            remote_appliance_id?: string;
        };
        /**
         * @description What configuring metro made.
         *
         *     Since 4.0.0.0.
         *
         *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0.
         */
        volume_group_configure_metro_response: {
            /**
             * @description The new metro session.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0.
             */
            metro_replication_session_id?: string;
        };
        /**
         * @description What is to become of the other side.
         *
         *     Since 4.0.0.0.
         *
         *     Source: developer portal API document 4.4.0.0; dell/python-powerstore (unknown fields are refused).
         */
        volume_group_end_metro: {
            /**
             * @description Delete the volume group of the other array too.
             *
             *     Source: developer portal API document 4.4.0.0; dell/python-powerstore (unknown fields are refused).
             * @default false
             */
            delete_remote_volume_group?: boolean;
            /**
             * @description Ignore what fails on the other array, and leave that side as it is. Meant for an array that is known to be down.
             *
             *     Source: developer portal API document 4.4.0.0; dell/python-powerstore (unknown fields are refused).
             * @default false
             */
            force?: boolean;
        };
        /**
         * @description A volume that is attached to a host or a host group, be that connected or not.
         *
         *     Source: array API document 4.0.0.0; developer portal API document 4.4.0.0; dell/gopowerstore; dell/python-powerstore; openstack/cinder, PowerStore driver; assumed (nullability).
         */
        host_volume_mapping_instance: {
            /**
             * @description Identifies the mapping on this array.
             *
             *     Source: array API document 4.0.0.0; developer portal API document 4.4.0.0; dell/gopowerstore; dell/python-powerstore; openstack/cinder, PowerStore driver; assumed (nullability).
             */
            id?: string;
            /**
             * @description Host it is attached to; `null` for a host group.
             *
             *     Source: array API document 4.0.0.0; developer portal API document 4.4.0.0; dell/gopowerstore; dell/python-powerstore; openstack/cinder, PowerStore driver; assumed (nullability).
             */
            host_id?: string | null;
            /**
             * @description Host group it is attached to; `null` for a host.
             *
             *     Source: array API document 4.0.0.0; developer portal API document 4.4.0.0; dell/gopowerstore; dell/python-powerstore; openstack/cinder, PowerStore driver; assumed (nullability).
             */
            host_group_id?: string | null;
            /**
             * @description The volume.
             *
             *     Source: array API document 4.0.0.0; developer portal API document 4.4.0.0; dell/gopowerstore; dell/python-powerstore; openstack/cinder, PowerStore driver; assumed (nullability).
             */
            volume_id?: string;
            /**
             * Format: int32
             * @description Number by which the host addresses the volume.
             *
             *     Source: array API document 4.0.0.0; developer portal API document 4.4.0.0; dell/gopowerstore; dell/python-powerstore; openstack/cinder, PowerStore driver; assumed (nullability).
             */
            logical_unit_number?: number | null;
        };
        /**
         * @description The login session of this request.
         *
         *     Source: developer portal API document 4.4.0.0; REST API Developers Guide; answer of a real array, kept in a public test suite.
         */
        login_session_instance: {
            /**
             * @description Identifies the session.
             *
             *     Source: developer portal API document 4.4.0.0; REST API Developers Guide; answer of a real array, kept in a public test suite.
             */
            id?: string;
            /**
             * @description The user, with its domain. `null` was seen on a real array.
             *
             *     Source: developer portal API document 4.4.0.0; REST API Developers Guide; answer of a real array, kept in a public test suite.
             */
            user?: string | null;
            /**
             * @description Roles of the user.
             *
             *     Source: developer portal API document 4.4.0.0; REST API Developers Guide; answer of a real array, kept in a public test suite.
             */
            role_ids?: string[];
            /**
             * Format: int32
             * @description Seconds until the session ends when it is not used.
             *
             *     Source: developer portal API document 4.4.0.0; REST API Developers Guide; answer of a real array, kept in a public test suite.
             */
            idle_timeout?: number;
            /**
             * @description Whether the user has to choose a new password first.
             *
             *     Source: developer portal API document 4.4.0.0; REST API Developers Guide; answer of a real array, kept in a public test suite.
             */
            is_password_change_required?: boolean;
            /**
             * @description Whether the user came with the array.
             *
             *     Source: developer portal API document 4.4.0.0; REST API Developers Guide; answer of a real array, kept in a public test suite.
             */
            is_built_in_user?: boolean;
        };
        /**
         * @description What a job does. The document dates only some of the literals.
         *
         *     Since 2.0.0.0: start_failover_test, stop_failover_test.
         *
         *     Since 3.0.0.0: add_or_replace, bulk_disable_mirror, bulk_enable_mirror, create_nas_volume_session, switch_mode_to_sync.
         *
         *     Source: developer portal API document 4.4.0.0.
         * @enum {string}
         */
        ResourceActionEnum: "add_members" | "add_or_replace" | "add_privileged_account" | "apply_internal_host_licenses" | "approve" | "attach" | "attach_volzs" | "bind" | "build_test_configuration_url" | "bulk_disable_mirror" | "bulk_enable_mirror" | "bulk_run" | "cancel" | "cancel_download" | "check_connectivity" | "check_snapshots_peer_metadata" | "cleanup" | "clone" | "configure_metro" | "create" | "create_migration_sessions" | "create_nas_volume_session" | "create_owned_snapshot" | "cutover" | "decommission" | "delete" | "demote" | "destination_objects_sync" | "detach" | "discover" | "discover_fc_targets" | "discover_foreign_remote_snapshots" | "download" | "drive_cancel_evict" | "drive_evict" | "drive_failure_tolerance_level_availability" | "empty" | "enable" | "end_metro" | "estimate_appliance_free_space" | "exchange" | "expand_storage_object" | "expire_recovery_snapshots" | "extend_trial" | "failover" | "file_create_helper" | "file_delete_helper" | "forecast" | "fracture" | "generate" | "generate_performance_impact_indicators" | "generate_temp_credentials" | "get_acl" | "get_bond_runtime_information" | "get_ca_server_cert" | "get_configuration_info" | "get_history" | "get_l2_information" | "get_metro_tpg_mesh" | "get_privileged_accounts" | "get_replicated_nas_server" | "get_viruschecker_audit_info" | "import_snapshot_policy" | "import_snapshot_profiles" | "import_snapshot_schedules" | "install" | "join" | "locate_appliance_for_nas_server" | "modify" | "modify_nas_volume_sessions" | "modify_volume_state" | "mount" | "nas_server_migration_repair" | "object_sync" | "pause" | "ping" | "promote" | "puhc" | "query" | "query_appliances" | "query_available_powerstore_networks" | "query_destinations_details" | "query_details" | "query_target" | "query_volzs" | "recover" | "rediscover" | "refresh" | "refresh_clone" | "refresh_quota" | "regenerate" | "reject" | "remove_members" | "remove_privileged_account" | "replace" | "report" | "reprotect" | "reset_certificates" | "restore" | "restore_pstx_config" | "resume" | "retrieve" | "scale" | "scaling_modify" | "scan_status" | "set_acl" | "snapshot" | "snapshot_target" | "start_failover_test" | "start_migration_sessions" | "start_scan" | "stop_failover_test" | "stop_scan" | "switch_mode_to_metro_sync" | "switch_mode_to_sync" | "sync" | "sync_node_affinity" | "sync_snapshot" | "sync_time" | "syncup_metadata" | "system_pause" | "test" | "time_to_full" | "try_lock" | "unjoin" | "unmount" | "update_dts" | "update_properties" | "update_remote_storage_object" | "update_software" | "update_user_mappings" | "upgrade" | "upload" | "upload_certificate" | "upload_config" | "upload_keytab" | "validate_create" | "validate_expand" | "validate_limits" | "validate_power_down" | "validate_temp_network" | "validate_upgrade" | "vcenter_certificate_retrieve_factory_mode" | "vcenter_discover" | "verify" | "verify_local" | "version";
        /**
         * @description What a job works on. The document dates none of the literals.
         *
         *     Source: developer portal API document 4.4.0.0.
         * @enum {string}
         */
        ResourceTypeEnum: "alert" | "anomalies" | "appliance" | "audit_event" | "bond" | "cert_role_mapping" | "chap_config" | "cluster" | "datastore" | "discovered_appliance" | "discovered_initiator" | "dns" | "email_notify_destination" | "eth_be_port" | "eth_port" | "event" | "fast_metrics_config" | "fc_port" | "file_dhsm_config" | "file_dns" | "file_events_pool" | "file_events_publisher" | "file_ftp" | "file_import_interface" | "file_import_nas_server" | "file_import_session" | "file_interface" | "file_interface_route" | "file_io_limit_rule" | "file_kerberos" | "file_ldap" | "file_ndmp" | "file_nis" | "file_system" | "file_top_talker_session" | "file_tree_quota" | "file_user_quota" | "file_virus_checker" | "fsn" | "hardware" | "host" | "host_group" | "host_virtual_volume_mapping" | "host_volume_mapping" | "import_host_initiator" | "import_host_system" | "import_host_volume" | "import_netapp" | "import_netapp_volume" | "import_psgroup" | "import_psgroup_volume" | "import_session" | "import_storage_center" | "import_storage_center_consistency_group" | "import_storage_center_volume" | "import_unity" | "import_unity_consistency_group" | "import_unity_volume" | "import_universal_consistency_group" | "import_vmax" | "import_vmax_storage_group" | "import_vmax_volume" | "import_vnx_array" | "import_vnx_consistency_group" | "import_vnx_volume" | "initiator" | "io_limit_rule" | "ip_pool_address" | "ip_port" | "job" | "keystore_archive" | "kmip_config" | "latest_five_min_metrics" | "ldap_account" | "ldap_domain" | "license" | "local_user" | "login_banner" | "login_session" | "maintenance_window" | "metrics" | "metrics_archive" | "metro_session" | "mfa_cacpiv" | "mfa_securid" | "migration_recommendation" | "migration_session" | "mpa_config" | "mpa_critical_action" | "nas_server" | "ndu" | "network" | "nfs_export" | "nfs_server" | "node" | "ntp" | "ntp_server" | "nvme_discovered_cdc" | "oidc_service" | "performance_rule" | "physical_switch" | "policy" | "recycle_bin" | "recycle_bin_config" | "remote_syslog_server" | "remote_system" | "replication_rule" | "replication_session" | "role" | "sas_port" | "scheduler" | "security_config" | "service_config" | "service_user" | "smb_server" | "smb_share" | "smtp_config" | "snapshot_rule" | "software_installed" | "software_package" | "sso_claim_role_mapping" | "sso_metadata" | "storage_container" | "storage_container_destination" | "vcenter" | "veth_port" | "virtual_machine" | "virtual_volume" | "volume" | "volume_group" | "vsphere_host" | "vsphere_host_license_assignment" | "witness" | "x509_certificate";
        /**
         * @deprecated
         * @description Progress state of a job. Replaced by `JobPhaseEnum` in 1.0.2.
         *
         *     Since 1.0.2.0: FAILING.
         *
         *     Since 4.3.0.0: WAITING_APPROVAL.
         *
         *     Source: developer portal API document 4.4.0.0.
         * @enum {string}
         */
        JobStateEnum: "PENDING" | "QUEUED" | "IN_PROGRESS" | "COMPLETED" | "SKIPPED" | "FAILING" | "UNRECOVERABLE_FAILED" | "FAILED" | "WAITING_APPROVAL";
        /**
         * @description HTTP status codes an array answers with, as strings.
         *
         *     Since 2.0.0.0.
         *
         *     Source: developer portal API document 4.4.0.0.
         * @enum {string}
         */
        HttpStatusEnum: "200" | "201" | "202" | "204" | "206" | "207" | "400" | "401" | "403" | "404" | "405" | "406" | "415" | "416" | "422" | "500" | "503";
        /**
         * @description The answer of a job. A failed one carries `messages`, one with output the fields of that output.
         *
         *     Source: developer portal API document 4.4.0.0; assumed (response_type may be left out).
         */
        job_response_body: {
            /**
             * @description Which kind of answer this is, such as `job_replication_session_stop_failover_test_response`.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (response_type may be left out).
             */
            response_type?: string;
            /**
             * @description What went wrong.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (response_type may be left out).
             */
            messages?: components["schemas"]["error_message"][];
            /**
             * @description Output of `stop_failover_test`: the snapshot of what was written during the test.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (response_type may be left out).
             */
            snapshot_id?: string;
            /**
             * @description Output of `configure_metro`: the new metro session.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (response_type may be left out).
             */
            metro_replication_session_id?: string;
        };
        /**
         * @description What was decided about a job.
         *
         *     Since 4.3.0.0.
         *
         *     Source: developer portal API document 4.4.0.0.
         * @enum {string}
         */
        JobMPADecisionEnum: "Approved" | "Rejected" | "Expired";
        /**
         * @description A decision on a job that needs the approval of a second person.
         *
         *     Since 4.3.0.0.
         *
         *     Source: developer portal API document 4.4.0.0; assumed (nullability).
         */
        job_mpa_decision: {
            /**
             * @description What was decided.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (nullability).
             */
            decision?: components["schemas"]["JobMPADecisionEnum"] | components["schemas"]["UnknownLiteral"];
            /**
             * @description `decision` in words.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (nullability).
             */
            decision_l10n?: string;
            /**
             * @description The job that approved or rejected it.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (nullability).
             */
            mpa_job_id?: string | null;
            /**
             * @description Who decided.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (nullability).
             */
            identity?: string | null;
            /**
             * @description Why.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (nullability).
             */
            reason?: string | null;
            /**
             * Format: date-time
             * @description When.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (nullability).
             */
            timestamp?: string | null;
        };
        /**
         * @description A job, as selected in parentheses; `id` alone when nothing was.
         *
         *     Source: developer portal API document 4.4.0.0; assumed (nullability).
         */
        related_job: {
            /**
             * @description Identifies the job.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (nullability).
             */
            id?: string;
            /**
             * @description The resource the job works on.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (nullability).
             */
            resource_id?: string | null;
            /**
             * @description What is done, in words.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (nullability).
             */
            description_l10n?: string;
            /**
             * @description Progress state of the job.
             *
             *     Since 1.0.2.0.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (nullability).
             */
            phase?: components["schemas"]["JobPhaseEnum"] | components["schemas"]["UnknownLiteral"];
            /**
             * @description `phase` in words.
             *
             *     Since 1.0.2.0.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (nullability).
             */
            phase_l10n?: string;
        };
        /**
         * @description A job. Steps of a larger job are jobs themselves.
         *
         *     Source: developer portal API document 4.4.0.0; assumed (nullability).
         */
        job_instance: {
            /**
             * @description Identifies the job.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (nullability).
             */
            id?: string;
            /**
             * @description What the job does.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (nullability).
             */
            resource_action?: components["schemas"]["ResourceActionEnum"] | components["schemas"]["UnknownLiteral"];
            /**
             * @description `resource_action` in words.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (nullability).
             */
            resource_action_l10n?: string;
            /**
             * @description Kind of resource the job works on.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (nullability).
             */
            resource_type?: components["schemas"]["ResourceTypeEnum"] | components["schemas"]["UnknownLiteral"];
            /**
             * @description `resource_type` in words.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (nullability).
             */
            resource_type_l10n?: string;
            /**
             * @description The resource the job works on.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (nullability).
             */
            resource_id?: string | null;
            /**
             * @description Name of that resource, where it has one.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (nullability).
             */
            resource_name?: string | null;
            /**
             * @description What is done, in words.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (nullability).
             */
            description_l10n?: string;
            /**
             * @deprecated
             * @description Progress state of the job. Replaced by `phase` in 1.0.2.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (nullability).
             */
            state?: components["schemas"]["JobStateEnum"] | components["schemas"]["UnknownLiteral"];
            /**
             * @deprecated
             * @description `state` in words.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (nullability).
             */
            state_l10n?: string;
            /**
             * @description Progress state of the job.
             *
             *     Since 1.0.2.0.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (nullability).
             */
            phase?: components["schemas"]["JobPhaseEnum"] | components["schemas"]["UnknownLiteral"];
            /**
             * @description `phase` in words.
             *
             *     Since 1.0.2.0.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (nullability).
             */
            phase_l10n?: string;
            /**
             * Format: date-time
             * @description When it began.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (nullability).
             */
            start_time?: string | null;
            /**
             * Format: date-time
             * @description When it ended.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (nullability).
             */
            end_time?: string | null;
            /**
             * Format: date-time
             * @description When it was asked for.
             *
             *     Since 4.3.0.0.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (nullability).
             */
            submit_time?: string | null;
            /**
             * Format: date-time
             * @description When it is expected to end.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (nullability).
             */
            estimated_completion_time?: string | null;
            /**
             * Format: int32
             * @description How far it is, in percent.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (nullability).
             */
            progress_percentage?: number | null;
            /**
             * @description The job it is a step of.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (nullability).
             */
            parent_id?: string | null;
            /**
             * @description The job at the top of the tree.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (nullability).
             */
            root_id?: string | null;
            /**
             * Format: int32
             * @description Its place among the steps of its parent.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (nullability).
             */
            step_order?: number | null;
            /**
             * @description Who asked for it.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (nullability).
             */
            user?: string | null;
            /**
             * @description Status the request would have been answered with.
             *
             *     Since 2.0.0.0.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (nullability).
             */
            response_status?: components["schemas"]["HttpStatusEnum"] | components["schemas"]["UnknownLiteral"] | null;
            /**
             * @description `response_status` in words.
             *
             *     Since 2.0.0.0.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (nullability).
             */
            response_status_l10n?: string | null;
            /**
             * @description What the request would have been answered with; `null` where it had no output.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (nullability).
             */
            response_body?: components["schemas"]["job_response_body"] | null;
            /**
             * @description The decision on a job that needs a second person.
             *
             *     Since 4.3.0.0.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (nullability).
             */
            mpa_decision?: components["schemas"]["job_mpa_decision"] | null;
            /**
             * @description The job it is a step of.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (nullability).
             */
            parent?: components["schemas"]["related_job"] | null;
            /**
             * @description The job at the top of the tree.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (nullability).
             */
            root?: components["schemas"]["related_job"] | null;
            /**
             * @description Its steps.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (nullability).
             */
            children?: components["schemas"]["related_job"][];
            /**
             * @description The steps at the bottom of its tree.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (nullability).
             */
            leafs?: components["schemas"]["related_job"][];
        };
        /**
         * @description Flavors of builds.
         *
         *     Since 2.0.0.0.
         *
         *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0.
         * @enum {string}
         */
        SoftwareInstalledBuildFlavorEnum: "Retail";
        /**
         * @description Types of builds.
         *
         *     Since 2.0.0.0.
         *
         *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0.
         * @enum {string}
         */
        SoftwareInstalledBuildTypeEnum: "Beta" | "Hotfix" | "Release";
        /**
         * @description The software of the cluster or of one appliance.
         *
         *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
         */
        software_installed_instance: {
            /**
             * @description Identifies the row.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            id?: string;
            /**
             * @description Whether this is the row of the cluster.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            is_cluster?: boolean;
            /**
             * @description The PowerStoreOS release, such as `4.0.0.0`.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            release_version?: string;
            /**
             * @description Version of the build.
             *
             *     Since 2.0.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            build_version?: string;
            /**
             * Format: date-time
             * @description When the release was built.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            release_timestamp?: string | null;
            /**
             * Format: date-time
             * @description When it was installed; `null` until it is committed.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            installed_date?: string | null;
            /**
             * @description Flavor of the build.
             *
             *     Since 2.0.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            build_flavor?: components["schemas"]["SoftwareInstalledBuildFlavorEnum"] | components["schemas"]["UnknownLiteral"];
            /**
             * @description `build_flavor` in words.
             *
             *     Since 2.0.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            build_flavor_l10n?: string;
            /**
             * @description Type of the build.
             *
             *     Since 2.0.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            build_type?: components["schemas"]["SoftwareInstalledBuildTypeEnum"] | components["schemas"]["UnknownLiteral"];
            /**
             * @description `build_type` in words.
             *
             *     Since 2.0.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            build_type_l10n?: string;
            /**
             * @description Identifies the build.
             *
             *     Since 2.0.0.0.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            build_id?: string;
            /**
             * @description The appliance it runs on; `null` for the cluster.
             *
             *     Source: array API document 4.1.0.0; developer portal API document 4.4.0.0; assumed (nullability).
             */
            appliance?: components["schemas"]["related_appliance"] | null;
        };
        /**
         * @description State of a cluster.
         *
         *     Since 2.0.0.0: Core_Initialization, Core_Initialization_Failed, Removed, Post_Core_Initialization, Unknown.
         *
         *     Source: developer portal API document 4.4.0.0.
         * @enum {string}
         */
        ClusterStateEnum: "Unconfigured" | "Unconfigured_Faulted" | "Configuring" | "Core_Initialization" | "Configured" | "Expanding" | "Removing" | "Clustering_Failed" | "Core_Initialization_Failed" | "Removed" | "Post_Core_Initialization" | "Unknown";
        /**
         * @description The cluster.
         *
         *     Source: developer portal API document 4.4.0.0; assumed (nullability).
         */
        cluster_instance: {
            /**
             * @description Always `0`.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (nullability).
             */
            id?: string;
            /**
             * @description Identifies the cluster across arrays; the serial number other arrays know it by.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (nullability).
             */
            global_id?: string;
            /**
             * @description Name of the cluster.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (nullability).
             */
            name?: string;
            /**
             * @description Address of the management interface.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (nullability).
             */
            management_address?: string;
            /**
             * @description Address for iSCSI discovery; `null` where there are several.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (nullability).
             */
            storage_discovery_address?: string | null;
            /**
             * @deprecated
             * @description Replaced by `primary_appliance_id` in 2.0.0.0.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (nullability).
             */
            master_appliance_id?: string | null;
            /**
             * @description Appliance that leads the cluster.
             *
             *     Since 2.0.0.0.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (nullability).
             */
            primary_appliance_id?: string;
            /**
             * Format: int32
             * @description How many appliances there are.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (nullability).
             */
            appliance_count?: number;
            /**
             * Format: int32
             * @description Maximum transmission unit of the physical ports, in bytes.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (nullability).
             */
            physical_mtu?: number;
            /**
             * @description Whether data is encrypted at rest.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (nullability).
             */
            is_encryption_enabled?: boolean;
            /**
             * Format: int32
             * @description Compatibility level of the software.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (nullability).
             */
            compatibility_level?: number;
            /**
             * @description State of the cluster.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (nullability).
             */
            state?: components["schemas"]["ClusterStateEnum"] | components["schemas"]["UnknownLiteral"];
            /**
             * @description `state` in words.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (nullability).
             */
            state_l10n?: string;
            /**
             * Format: date-time
             * @description Time of the cluster.
             *
             *     Since 2.0.0.0.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (nullability).
             */
            system_time?: string;
            /**
             * @description NVMe qualified name of the subsystem.
             *
             *     Since 3.0.0.0.
             *
             *     Source: developer portal API document 4.4.0.0; assumed (nullability).
             */
            nvm_subsystem_nqn?: string | null;
        };
    };
    responses: {
        /** @description The request is valid and runs as a job. */
        accepted: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["async_response"];
            };
        };
        /** @description Done; nothing to return. */
        done: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description Refused before anything was done: not valid, or not for this resource or side. The guide has 422 for what fails when it is carried out, while arrays were seen to refuse with 400 what is wrong for a resource, so a client treats both alike. */
        bad_request: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["error_response"];
            };
        };
        /** @description User name or password are wrong, or the login session is over. */
        unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["error_response"];
            };
        };
        /** @description The role of this user does not allow it, or the token is missing or old. The Go SDK takes 403 for a login session that is over; users of 4.1 were answered 401 then. */
        forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["error_response"];
            };
        };
        /** @description No such resource on this array. */
        not_found: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["error_response"];
            };
        };
        /** @description The path exists, but not with this method. Belongs to a path, not to one of its operations. */
        method_not_allowed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["error_response"];
            };
        };
        /** @description `Accept` asks for something other than `application/json`. */
        not_acceptable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["error_response"];
            };
        };
        /** @description The body is not `application/json`. */
        unsupported_media_type: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["error_response"];
            };
        };
        /** @description The part asked for begins at or beyond the end, or `limit` is below 1. */
        range_not_satisfiable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["error_response"];
            };
        };
        /** @description Valid, but it failed while it was carried out. An action in the wrong state is here in this contract, one on the wrong side or kind of session is a 400. */
        unprocessable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["error_response"];
            };
        };
        /** @description Something went wrong inside the array. */
        internal_error: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["error_response"];
            };
        };
        /** @description The array is busy; wait and try again. No `Retry-After` is documented. */
        service_unavailable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["error_response"];
            };
        };
    };
    parameters: {
        /**
         * @description The id of the session. Sessions have no name, so the `name:` form of other sections is not offered.
         * @example 2754bad0-cfcd-4796-a06b-78368bad1cd7
         */
        replication_session_id: string;
        /** @description Attributes to return, separated by commas; `*` for all. Without it only `id` is returned. A related resource takes its own list in parentheses (`*` as well), which can be nested, and gives its `id` without one. */
        select: string;
        /** @description Attributes to sort by, separated by commas, each with `.asc` (the default) or `.desc`, in any case. `name` sorts without regard to case; attributes of related resources can be sorted by as well. Count on stable pages only when the order ends in a unique attribute such as `id`. */
        order: string;
        /**
         * @description How many instances to return at most, 1 to 2000; more is lowered to 2000 without a word, less than 1 is 416.
         * @example 100
         */
        limit: number;
        /**
         * @description How many instances to skip. At or beyond the end of the collection is 416; offset 0 of an empty one is 200 with `[]`.
         * @example 0
         */
        offset: number;
        /** @description Filters, one query parameter each, all of which must hold: `<attribute>=[not.]<operator>.<value>`. Operators are `eq neq gt gte lt lte`, `ilike` (`*` is the wildcard, case does not matter), `in.(a,b)`, `is.null`, `is.true`, `is.false` (`eq.True` as well), and for lists `cs.{a,b}` (contains) and `cd.{a,b}` (is contained in). Groups are written `and=(state.eq.OK,role.eq.Source)` and `or=(…)`. What is filtered by need not be selected. */
        filter: {
            [key: string]: string;
        };
        /**
         * @description The part to return as `first-last`, zero-based, both included, without a unit; `last` may be left out. An alternative to `limit` and `offset`.
         * @example 0-99
         */
        range: string;
        /**
         * @description With `true` the array answers 202 with the id of a job at once. A request that is not valid still fails at once.
         * @example false
         */
        is_async: boolean;
        /** @description The id of the remote system, or `name:` and its name. */
        remote_system_id: string;
        /** @description The id of the rule, or `name:` and its name. */
        replication_rule_id: string;
        /** @description The id of the policy, or `name:` and its name. */
        policy_id: string;
        /** @description The id of the volume, or `name:` and its name. */
        volume_id: string;
        /** @description The id of the group, or `name:` and its name. */
        volume_group_id: string;
        /** @description The id of the mapping. Mappings have no name. */
        host_volume_mapping_id: string;
    };
    requestBodies: never;
    headers: {
        /**
         * @description Which part this is, of how many: `first-last/total`, zero-based, both included, without a unit.
         * @example 0-1/10
         */
        content_range: string;
        /**
         * @description The same as on 206; whether a complete answer carries it is not documented.
         * @example 0-9/10
         */
        content_range_when_known: string;
        /**
         * @description The token that writes with the cookie must carry. Given on authenticated reads, may change; clients look for a newer one on every successful answer.
         * @example example-token
         */
        dell_emc_token: string;
        /**
         * @description The cookie `auth_cookie` of a new login session.
         * @example auth_cookie=example-cookie; Path=/; Secure; HttpOnly
         */
        set_cookie: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    replication_session_collection_query: {
        parameters: {
            query?: {
                /** @description Attributes to return, separated by commas; `*` for all. Without it only `id` is returned. A related resource takes its own list in parentheses (`*` as well), which can be nested, and gives its `id` without one. */
                select?: components["parameters"]["select"];
                /** @description Attributes to sort by, separated by commas, each with `.asc` (the default) or `.desc`, in any case. `name` sorts without regard to case; attributes of related resources can be sorted by as well. Count on stable pages only when the order ends in a unique attribute such as `id`. */
                order?: components["parameters"]["order"];
                /**
                 * @description How many instances to return at most, 1 to 2000; more is lowered to 2000 without a word, less than 1 is 416.
                 * @example 100
                 */
                limit?: components["parameters"]["limit"];
                /**
                 * @description How many instances to skip. At or beyond the end of the collection is 416; offset 0 of an empty one is 200 with `[]`.
                 * @example 0
                 */
                offset?: components["parameters"]["offset"];
                /** @description Filters, one query parameter each, all of which must hold: `<attribute>=[not.]<operator>.<value>`. Operators are `eq neq gt gte lt lte`, `ilike` (`*` is the wildcard, case does not matter), `in.(a,b)`, `is.null`, `is.true`, `is.false` (`eq.True` as well), and for lists `cs.{a,b}` (contains) and `cd.{a,b}` (is contained in). Groups are written `and=(state.eq.OK,role.eq.Source)` and `or=(…)`. What is filtered by need not be selected. */
                filter?: components["parameters"]["filter"];
            };
            header?: {
                /**
                 * @description The part to return as `first-last`, zero-based, both included, without a unit; `last` may be left out. An alternative to `limit` and `offset`.
                 * @example 0-99
                 */
                Range?: components["parameters"]["range"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole collection, or the whole of what the filters leave of it. */
            200: {
                headers: {
                    "Content-Range": components["headers"]["content_range_when_known"];
                    "DELL-EMC-TOKEN": components["headers"]["dell_emc_token"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["replication_session_instance"][];
                };
            };
            /** @description A part of the collection; `Content-Range` says which. */
            206: {
                headers: {
                    "Content-Range": components["headers"]["content_range"];
                    "DELL-EMC-TOKEN": components["headers"]["dell_emc_token"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["replication_session_instance"][];
                };
            };
            400: components["responses"]["bad_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            406: components["responses"]["not_acceptable"];
            416: components["responses"]["range_not_satisfiable"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    replication_session_instance_query: {
        parameters: {
            query?: {
                /** @description Attributes to return, separated by commas; `*` for all. Without it only `id` is returned. A related resource takes its own list in parentheses (`*` as well), which can be nested, and gives its `id` without one. */
                select?: components["parameters"]["select"];
            };
            header?: never;
            path: {
                /**
                 * @description The id of the session. Sessions have no name, so the `name:` form of other sections is not offered.
                 * @example 2754bad0-cfcd-4796-a06b-78368bad1cd7
                 */
                id: components["parameters"]["replication_session_id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session, with the attributes that were selected. */
            200: {
                headers: {
                    "DELL-EMC-TOKEN": components["headers"]["dell_emc_token"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["replication_session_instance"];
                };
            };
            400: components["responses"]["bad_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            406: components["responses"]["not_acceptable"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    replication_session_modify: {
        parameters: {
            query?: {
                /**
                 * @description With `true` the array answers 202 with the id of a job at once. A request that is not valid still fails at once.
                 * @example false
                 */
                is_async?: components["parameters"]["is_async"];
            };
            header?: never;
            path: {
                /**
                 * @description The id of the session. Sessions have no name, so the `name:` form of other sections is not offered.
                 * @example 2754bad0-cfcd-4796-a06b-78368bad1cd7
                 */
                id: components["parameters"]["replication_session_id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["replication_session_modify"];
            };
        };
        responses: {
            202: components["responses"]["accepted"];
            204: components["responses"]["done"];
            400: components["responses"]["bad_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            406: components["responses"]["not_acceptable"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["unprocessable"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    replication_session_sync: {
        parameters: {
            query?: {
                /**
                 * @description With `true` the array answers 202 with the id of a job at once. A request that is not valid still fails at once.
                 * @example false
                 */
                is_async?: components["parameters"]["is_async"];
            };
            header?: never;
            path: {
                /**
                 * @description The id of the session. Sessions have no name, so the `name:` form of other sections is not offered.
                 * @example 2754bad0-cfcd-4796-a06b-78368bad1cd7
                 */
                id: components["parameters"]["replication_session_id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: components["responses"]["accepted"];
            204: components["responses"]["done"];
            400: components["responses"]["bad_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            406: components["responses"]["not_acceptable"];
            422: components["responses"]["unprocessable"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    replication_session_pause: {
        parameters: {
            query?: {
                /**
                 * @description With `true` the array answers 202 with the id of a job at once. A request that is not valid still fails at once.
                 * @example false
                 */
                is_async?: components["parameters"]["is_async"];
            };
            header?: never;
            path: {
                /**
                 * @description The id of the session. Sessions have no name, so the `name:` form of other sections is not offered.
                 * @example 2754bad0-cfcd-4796-a06b-78368bad1cd7
                 */
                id: components["parameters"]["replication_session_id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: components["responses"]["accepted"];
            204: components["responses"]["done"];
            400: components["responses"]["bad_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            406: components["responses"]["not_acceptable"];
            422: components["responses"]["unprocessable"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    replication_session_resume: {
        parameters: {
            query?: {
                /**
                 * @description With `true` the array answers 202 with the id of a job at once. A request that is not valid still fails at once.
                 * @example false
                 */
                is_async?: components["parameters"]["is_async"];
            };
            header?: never;
            path: {
                /**
                 * @description The id of the session. Sessions have no name, so the `name:` form of other sections is not offered.
                 * @example 2754bad0-cfcd-4796-a06b-78368bad1cd7
                 */
                id: components["parameters"]["replication_session_id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: components["responses"]["accepted"];
            204: components["responses"]["done"];
            400: components["responses"]["bad_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            406: components["responses"]["not_acceptable"];
            422: components["responses"]["unprocessable"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    replication_session_failover: {
        parameters: {
            query?: {
                /**
                 * @description With `true` the array answers 202 with the id of a job at once. A request that is not valid still fails at once.
                 * @example false
                 */
                is_async?: components["parameters"]["is_async"];
            };
            header?: never;
            path: {
                /**
                 * @description The id of the session. Sessions have no name, so the `name:` form of other sections is not offered.
                 * @example 2754bad0-cfcd-4796-a06b-78368bad1cd7
                 */
                id: components["parameters"]["replication_session_id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["replication_session_failover"];
            };
        };
        responses: {
            202: components["responses"]["accepted"];
            204: components["responses"]["done"];
            400: components["responses"]["bad_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            406: components["responses"]["not_acceptable"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["unprocessable"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    replication_session_reprotect: {
        parameters: {
            query?: {
                /**
                 * @description With `true` the array answers 202 with the id of a job at once. A request that is not valid still fails at once.
                 * @example false
                 */
                is_async?: components["parameters"]["is_async"];
            };
            header?: never;
            path: {
                /**
                 * @description The id of the session. Sessions have no name, so the `name:` form of other sections is not offered.
                 * @example 2754bad0-cfcd-4796-a06b-78368bad1cd7
                 */
                id: components["parameters"]["replication_session_id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["replication_session_reprotect"];
            };
        };
        responses: {
            202: components["responses"]["accepted"];
            204: components["responses"]["done"];
            400: components["responses"]["bad_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            406: components["responses"]["not_acceptable"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["unprocessable"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    replication_session_start_failover_test: {
        parameters: {
            query?: {
                /**
                 * @description With `true` the array answers 202 with the id of a job at once. A request that is not valid still fails at once.
                 * @example false
                 */
                is_async?: components["parameters"]["is_async"];
            };
            header?: never;
            path: {
                /**
                 * @description The id of the session. Sessions have no name, so the `name:` form of other sections is not offered.
                 * @example 2754bad0-cfcd-4796-a06b-78368bad1cd7
                 */
                id: components["parameters"]["replication_session_id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["replication_start_failover_test"];
            };
        };
        responses: {
            202: components["responses"]["accepted"];
            204: components["responses"]["done"];
            400: components["responses"]["bad_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            406: components["responses"]["not_acceptable"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["unprocessable"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    replication_session_stop_failover_test: {
        parameters: {
            query?: {
                /**
                 * @description With `true` the array answers 202 with the id of a job at once. A request that is not valid still fails at once.
                 * @example false
                 */
                is_async?: components["parameters"]["is_async"];
            };
            header?: never;
            path: {
                /**
                 * @description The id of the session. Sessions have no name, so the `name:` form of other sections is not offered.
                 * @example 2754bad0-cfcd-4796-a06b-78368bad1cd7
                 */
                id: components["parameters"]["replication_session_id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["replication_stop_failover_test"];
            };
        };
        responses: {
            /** @description The test is over; a snapshot of it was taken. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["replication_session_stop_failover_test_response"];
                };
            };
            202: components["responses"]["accepted"];
            204: components["responses"]["done"];
            400: components["responses"]["bad_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            406: components["responses"]["not_acceptable"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["unprocessable"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    replication_session_promote: {
        parameters: {
            query?: {
                /**
                 * @description With `true` the array answers 202 with the id of a job at once. A request that is not valid still fails at once.
                 * @example false
                 */
                is_async?: components["parameters"]["is_async"];
            };
            header?: never;
            path: {
                /**
                 * @description The id of the session. Sessions have no name, so the `name:` form of other sections is not offered.
                 * @example 2754bad0-cfcd-4796-a06b-78368bad1cd7
                 */
                id: components["parameters"]["replication_session_id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["replication_session_promote"];
            };
        };
        responses: {
            202: components["responses"]["accepted"];
            204: components["responses"]["done"];
            400: components["responses"]["bad_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            406: components["responses"]["not_acceptable"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["unprocessable"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    replication_session_demote: {
        parameters: {
            query?: {
                /**
                 * @description With `true` the array answers 202 with the id of a job at once. A request that is not valid still fails at once.
                 * @example false
                 */
                is_async?: components["parameters"]["is_async"];
            };
            header?: never;
            path: {
                /**
                 * @description The id of the session. Sessions have no name, so the `name:` form of other sections is not offered.
                 * @example 2754bad0-cfcd-4796-a06b-78368bad1cd7
                 */
                id: components["parameters"]["replication_session_id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["replication_session_demote"];
            };
        };
        responses: {
            202: components["responses"]["accepted"];
            204: components["responses"]["done"];
            400: components["responses"]["bad_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            406: components["responses"]["not_acceptable"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["unprocessable"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    remote_system_collection_query: {
        parameters: {
            query?: {
                /** @description Attributes to return, separated by commas; `*` for all. Without it only `id` is returned. A related resource takes its own list in parentheses (`*` as well), which can be nested, and gives its `id` without one. */
                select?: components["parameters"]["select"];
                /** @description Attributes to sort by, separated by commas, each with `.asc` (the default) or `.desc`, in any case. `name` sorts without regard to case; attributes of related resources can be sorted by as well. Count on stable pages only when the order ends in a unique attribute such as `id`. */
                order?: components["parameters"]["order"];
                /**
                 * @description How many instances to return at most, 1 to 2000; more is lowered to 2000 without a word, less than 1 is 416.
                 * @example 100
                 */
                limit?: components["parameters"]["limit"];
                /**
                 * @description How many instances to skip. At or beyond the end of the collection is 416; offset 0 of an empty one is 200 with `[]`.
                 * @example 0
                 */
                offset?: components["parameters"]["offset"];
                /** @description Filters, one query parameter each, all of which must hold: `<attribute>=[not.]<operator>.<value>`. Operators are `eq neq gt gte lt lte`, `ilike` (`*` is the wildcard, case does not matter), `in.(a,b)`, `is.null`, `is.true`, `is.false` (`eq.True` as well), and for lists `cs.{a,b}` (contains) and `cd.{a,b}` (is contained in). Groups are written `and=(state.eq.OK,role.eq.Source)` and `or=(…)`. What is filtered by need not be selected. */
                filter?: components["parameters"]["filter"];
            };
            header?: {
                /**
                 * @description The part to return as `first-last`, zero-based, both included, without a unit; `last` may be left out. An alternative to `limit` and `offset`.
                 * @example 0-99
                 */
                Range?: components["parameters"]["range"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole collection, or the whole of what the filters leave of it. */
            200: {
                headers: {
                    "DELL-EMC-TOKEN": components["headers"]["dell_emc_token"];
                    "Content-Range": components["headers"]["content_range_when_known"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["remote_system_instance"][];
                };
            };
            /** @description A part of the collection; `Content-Range` says which. */
            206: {
                headers: {
                    "DELL-EMC-TOKEN": components["headers"]["dell_emc_token"];
                    "Content-Range": components["headers"]["content_range"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["remote_system_instance"][];
                };
            };
            400: components["responses"]["bad_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            406: components["responses"]["not_acceptable"];
            416: components["responses"]["range_not_satisfiable"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    remote_system_instance_query: {
        parameters: {
            query?: {
                /** @description Attributes to return, separated by commas; `*` for all. Without it only `id` is returned. A related resource takes its own list in parentheses (`*` as well), which can be nested, and gives its `id` without one. */
                select?: components["parameters"]["select"];
            };
            header?: never;
            path: {
                /** @description The id of the remote system, or `name:` and its name. */
                id: components["parameters"]["remote_system_id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The instance, with the attributes that were selected. */
            200: {
                headers: {
                    "DELL-EMC-TOKEN": components["headers"]["dell_emc_token"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["remote_system_instance"];
                };
            };
            400: components["responses"]["bad_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            406: components["responses"]["not_acceptable"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    replication_rule_collection_query: {
        parameters: {
            query?: {
                /** @description Attributes to return, separated by commas; `*` for all. Without it only `id` is returned. A related resource takes its own list in parentheses (`*` as well), which can be nested, and gives its `id` without one. */
                select?: components["parameters"]["select"];
                /** @description Attributes to sort by, separated by commas, each with `.asc` (the default) or `.desc`, in any case. `name` sorts without regard to case; attributes of related resources can be sorted by as well. Count on stable pages only when the order ends in a unique attribute such as `id`. */
                order?: components["parameters"]["order"];
                /**
                 * @description How many instances to return at most, 1 to 2000; more is lowered to 2000 without a word, less than 1 is 416.
                 * @example 100
                 */
                limit?: components["parameters"]["limit"];
                /**
                 * @description How many instances to skip. At or beyond the end of the collection is 416; offset 0 of an empty one is 200 with `[]`.
                 * @example 0
                 */
                offset?: components["parameters"]["offset"];
                /** @description Filters, one query parameter each, all of which must hold: `<attribute>=[not.]<operator>.<value>`. Operators are `eq neq gt gte lt lte`, `ilike` (`*` is the wildcard, case does not matter), `in.(a,b)`, `is.null`, `is.true`, `is.false` (`eq.True` as well), and for lists `cs.{a,b}` (contains) and `cd.{a,b}` (is contained in). Groups are written `and=(state.eq.OK,role.eq.Source)` and `or=(…)`. What is filtered by need not be selected. */
                filter?: components["parameters"]["filter"];
            };
            header?: {
                /**
                 * @description The part to return as `first-last`, zero-based, both included, without a unit; `last` may be left out. An alternative to `limit` and `offset`.
                 * @example 0-99
                 */
                Range?: components["parameters"]["range"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole collection, or the whole of what the filters leave of it. */
            200: {
                headers: {
                    "DELL-EMC-TOKEN": components["headers"]["dell_emc_token"];
                    "Content-Range": components["headers"]["content_range_when_known"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["replication_rule_instance"][];
                };
            };
            /** @description A part of the collection; `Content-Range` says which. */
            206: {
                headers: {
                    "DELL-EMC-TOKEN": components["headers"]["dell_emc_token"];
                    "Content-Range": components["headers"]["content_range"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["replication_rule_instance"][];
                };
            };
            400: components["responses"]["bad_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            406: components["responses"]["not_acceptable"];
            416: components["responses"]["range_not_satisfiable"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    replication_rule_instance_query: {
        parameters: {
            query?: {
                /** @description Attributes to return, separated by commas; `*` for all. Without it only `id` is returned. A related resource takes its own list in parentheses (`*` as well), which can be nested, and gives its `id` without one. */
                select?: components["parameters"]["select"];
            };
            header?: never;
            path: {
                /** @description The id of the rule, or `name:` and its name. */
                id: components["parameters"]["replication_rule_id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The instance, with the attributes that were selected. */
            200: {
                headers: {
                    "DELL-EMC-TOKEN": components["headers"]["dell_emc_token"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["replication_rule_instance"];
                };
            };
            400: components["responses"]["bad_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            406: components["responses"]["not_acceptable"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    policy_collection_query: {
        parameters: {
            query?: {
                /** @description Attributes to return, separated by commas; `*` for all. Without it only `id` is returned. A related resource takes its own list in parentheses (`*` as well), which can be nested, and gives its `id` without one. */
                select?: components["parameters"]["select"];
                /** @description Attributes to sort by, separated by commas, each with `.asc` (the default) or `.desc`, in any case. `name` sorts without regard to case; attributes of related resources can be sorted by as well. Count on stable pages only when the order ends in a unique attribute such as `id`. */
                order?: components["parameters"]["order"];
                /**
                 * @description How many instances to return at most, 1 to 2000; more is lowered to 2000 without a word, less than 1 is 416.
                 * @example 100
                 */
                limit?: components["parameters"]["limit"];
                /**
                 * @description How many instances to skip. At or beyond the end of the collection is 416; offset 0 of an empty one is 200 with `[]`.
                 * @example 0
                 */
                offset?: components["parameters"]["offset"];
                /** @description Filters, one query parameter each, all of which must hold: `<attribute>=[not.]<operator>.<value>`. Operators are `eq neq gt gte lt lte`, `ilike` (`*` is the wildcard, case does not matter), `in.(a,b)`, `is.null`, `is.true`, `is.false` (`eq.True` as well), and for lists `cs.{a,b}` (contains) and `cd.{a,b}` (is contained in). Groups are written `and=(state.eq.OK,role.eq.Source)` and `or=(…)`. What is filtered by need not be selected. */
                filter?: components["parameters"]["filter"];
            };
            header?: {
                /**
                 * @description The part to return as `first-last`, zero-based, both included, without a unit; `last` may be left out. An alternative to `limit` and `offset`.
                 * @example 0-99
                 */
                Range?: components["parameters"]["range"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole collection, or the whole of what the filters leave of it. */
            200: {
                headers: {
                    "DELL-EMC-TOKEN": components["headers"]["dell_emc_token"];
                    "Content-Range": components["headers"]["content_range_when_known"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["policy_instance"][];
                };
            };
            /** @description A part of the collection; `Content-Range` says which. */
            206: {
                headers: {
                    "DELL-EMC-TOKEN": components["headers"]["dell_emc_token"];
                    "Content-Range": components["headers"]["content_range"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["policy_instance"][];
                };
            };
            400: components["responses"]["bad_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            406: components["responses"]["not_acceptable"];
            416: components["responses"]["range_not_satisfiable"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    policy_instance_query: {
        parameters: {
            query?: {
                /** @description Attributes to return, separated by commas; `*` for all. Without it only `id` is returned. A related resource takes its own list in parentheses (`*` as well), which can be nested, and gives its `id` without one. */
                select?: components["parameters"]["select"];
            };
            header?: never;
            path: {
                /** @description The id of the policy, or `name:` and its name. */
                id: components["parameters"]["policy_id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The instance, with the attributes that were selected. */
            200: {
                headers: {
                    "DELL-EMC-TOKEN": components["headers"]["dell_emc_token"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["policy_instance"];
                };
            };
            400: components["responses"]["bad_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            406: components["responses"]["not_acceptable"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    volume_collection_query: {
        parameters: {
            query?: {
                /** @description Attributes to return, separated by commas; `*` for all. Without it only `id` is returned. A related resource takes its own list in parentheses (`*` as well), which can be nested, and gives its `id` without one. */
                select?: components["parameters"]["select"];
                /** @description Attributes to sort by, separated by commas, each with `.asc` (the default) or `.desc`, in any case. `name` sorts without regard to case; attributes of related resources can be sorted by as well. Count on stable pages only when the order ends in a unique attribute such as `id`. */
                order?: components["parameters"]["order"];
                /**
                 * @description How many instances to return at most, 1 to 2000; more is lowered to 2000 without a word, less than 1 is 416.
                 * @example 100
                 */
                limit?: components["parameters"]["limit"];
                /**
                 * @description How many instances to skip. At or beyond the end of the collection is 416; offset 0 of an empty one is 200 with `[]`.
                 * @example 0
                 */
                offset?: components["parameters"]["offset"];
                /** @description Filters, one query parameter each, all of which must hold: `<attribute>=[not.]<operator>.<value>`. Operators are `eq neq gt gte lt lte`, `ilike` (`*` is the wildcard, case does not matter), `in.(a,b)`, `is.null`, `is.true`, `is.false` (`eq.True` as well), and for lists `cs.{a,b}` (contains) and `cd.{a,b}` (is contained in). Groups are written `and=(state.eq.OK,role.eq.Source)` and `or=(…)`. What is filtered by need not be selected. */
                filter?: components["parameters"]["filter"];
            };
            header?: {
                /**
                 * @description The part to return as `first-last`, zero-based, both included, without a unit; `last` may be left out. An alternative to `limit` and `offset`.
                 * @example 0-99
                 */
                Range?: components["parameters"]["range"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole collection, or the whole of what the filters leave of it. */
            200: {
                headers: {
                    "DELL-EMC-TOKEN": components["headers"]["dell_emc_token"];
                    "Content-Range": components["headers"]["content_range_when_known"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["volume_instance"][];
                };
            };
            /** @description A part of the collection; `Content-Range` says which. */
            206: {
                headers: {
                    "DELL-EMC-TOKEN": components["headers"]["dell_emc_token"];
                    "Content-Range": components["headers"]["content_range"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["volume_instance"][];
                };
            };
            400: components["responses"]["bad_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            406: components["responses"]["not_acceptable"];
            416: components["responses"]["range_not_satisfiable"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    volume_instance_query: {
        parameters: {
            query?: {
                /** @description Attributes to return, separated by commas; `*` for all. Without it only `id` is returned. A related resource takes its own list in parentheses (`*` as well), which can be nested, and gives its `id` without one. */
                select?: components["parameters"]["select"];
            };
            header?: never;
            path: {
                /** @description The id of the volume, or `name:` and its name. */
                id: components["parameters"]["volume_id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The instance, with the attributes that were selected. */
            200: {
                headers: {
                    "DELL-EMC-TOKEN": components["headers"]["dell_emc_token"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["volume_instance"];
                };
            };
            400: components["responses"]["bad_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            406: components["responses"]["not_acceptable"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    volume_modify: {
        parameters: {
            query?: {
                /**
                 * @description With `true` the array answers 202 with the id of a job at once. A request that is not valid still fails at once.
                 * @example false
                 */
                is_async?: components["parameters"]["is_async"];
            };
            header?: never;
            path: {
                /** @description The id of the volume, or `name:` and its name. */
                id: components["parameters"]["volume_id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["volume_modify"];
            };
        };
        responses: {
            202: components["responses"]["accepted"];
            204: components["responses"]["done"];
            400: components["responses"]["bad_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            406: components["responses"]["not_acceptable"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["unprocessable"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    volume_configure_metro: {
        parameters: {
            query?: {
                /**
                 * @description With `true` the array answers 202 with the id of a job at once. A request that is not valid still fails at once.
                 * @example false
                 */
                is_async?: components["parameters"]["is_async"];
            };
            header?: never;
            path: {
                /** @description The id of the volume, or `name:` and its name. */
                id: components["parameters"]["volume_id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["volume_configure_metro"];
            };
        };
        responses: {
            /** @description Metro is configured; the other side is being copied. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["volume_configure_metro_response"];
                };
            };
            202: components["responses"]["accepted"];
            204: components["responses"]["done"];
            /** @description Refused before anything was done. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["error_response"];
                };
            };
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            406: components["responses"]["not_acceptable"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["unprocessable"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    volume_end_metro: {
        parameters: {
            query?: {
                /**
                 * @description With `true` the array answers 202 with the id of a job at once. A request that is not valid still fails at once.
                 * @example false
                 */
                is_async?: components["parameters"]["is_async"];
            };
            header?: never;
            path: {
                /** @description The id of the volume, or `name:` and its name. */
                id: components["parameters"]["volume_id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["volume_end_metro"];
            };
        };
        responses: {
            202: components["responses"]["accepted"];
            204: components["responses"]["done"];
            400: components["responses"]["bad_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            406: components["responses"]["not_acceptable"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["unprocessable"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    volume_group_collection_query: {
        parameters: {
            query?: {
                /** @description Attributes to return, separated by commas; `*` for all. Without it only `id` is returned. A related resource takes its own list in parentheses (`*` as well), which can be nested, and gives its `id` without one. */
                select?: components["parameters"]["select"];
                /** @description Attributes to sort by, separated by commas, each with `.asc` (the default) or `.desc`, in any case. `name` sorts without regard to case; attributes of related resources can be sorted by as well. Count on stable pages only when the order ends in a unique attribute such as `id`. */
                order?: components["parameters"]["order"];
                /**
                 * @description How many instances to return at most, 1 to 2000; more is lowered to 2000 without a word, less than 1 is 416.
                 * @example 100
                 */
                limit?: components["parameters"]["limit"];
                /**
                 * @description How many instances to skip. At or beyond the end of the collection is 416; offset 0 of an empty one is 200 with `[]`.
                 * @example 0
                 */
                offset?: components["parameters"]["offset"];
                /** @description Filters, one query parameter each, all of which must hold: `<attribute>=[not.]<operator>.<value>`. Operators are `eq neq gt gte lt lte`, `ilike` (`*` is the wildcard, case does not matter), `in.(a,b)`, `is.null`, `is.true`, `is.false` (`eq.True` as well), and for lists `cs.{a,b}` (contains) and `cd.{a,b}` (is contained in). Groups are written `and=(state.eq.OK,role.eq.Source)` and `or=(…)`. What is filtered by need not be selected. */
                filter?: components["parameters"]["filter"];
            };
            header?: {
                /**
                 * @description The part to return as `first-last`, zero-based, both included, without a unit; `last` may be left out. An alternative to `limit` and `offset`.
                 * @example 0-99
                 */
                Range?: components["parameters"]["range"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole collection, or the whole of what the filters leave of it. */
            200: {
                headers: {
                    "DELL-EMC-TOKEN": components["headers"]["dell_emc_token"];
                    "Content-Range": components["headers"]["content_range_when_known"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["volume_group_instance"][];
                };
            };
            /** @description A part of the collection; `Content-Range` says which. */
            206: {
                headers: {
                    "DELL-EMC-TOKEN": components["headers"]["dell_emc_token"];
                    "Content-Range": components["headers"]["content_range"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["volume_group_instance"][];
                };
            };
            400: components["responses"]["bad_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            406: components["responses"]["not_acceptable"];
            416: components["responses"]["range_not_satisfiable"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    volume_group_instance_query: {
        parameters: {
            query?: {
                /** @description Attributes to return, separated by commas; `*` for all. Without it only `id` is returned. A related resource takes its own list in parentheses (`*` as well), which can be nested, and gives its `id` without one. */
                select?: components["parameters"]["select"];
            };
            header?: never;
            path: {
                /** @description The id of the group, or `name:` and its name. */
                id: components["parameters"]["volume_group_id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The instance, with the attributes that were selected. */
            200: {
                headers: {
                    "DELL-EMC-TOKEN": components["headers"]["dell_emc_token"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["volume_group_instance"];
                };
            };
            400: components["responses"]["bad_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            406: components["responses"]["not_acceptable"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    volume_group_modify: {
        parameters: {
            query?: {
                /**
                 * @description With `true` the array answers 202 with the id of a job at once. A request that is not valid still fails at once.
                 * @example false
                 */
                is_async?: components["parameters"]["is_async"];
            };
            header?: never;
            path: {
                /** @description The id of the group, or `name:` and its name. */
                id: components["parameters"]["volume_group_id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["volume_group_modify"];
            };
        };
        responses: {
            202: components["responses"]["accepted"];
            204: components["responses"]["done"];
            400: components["responses"]["bad_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            406: components["responses"]["not_acceptable"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["unprocessable"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    volume_group_configure_metro: {
        parameters: {
            query?: {
                /**
                 * @description With `true` the array answers 202 with the id of a job at once. A request that is not valid still fails at once.
                 * @example false
                 */
                is_async?: components["parameters"]["is_async"];
            };
            header?: never;
            path: {
                /** @description The id of the group, or `name:` and its name. */
                id: components["parameters"]["volume_group_id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["volume_group_configure_metro"];
            };
        };
        responses: {
            /** @description Metro is configured; the other side is being copied. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["volume_group_configure_metro_response"];
                };
            };
            202: components["responses"]["accepted"];
            204: components["responses"]["done"];
            400: components["responses"]["bad_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            406: components["responses"]["not_acceptable"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["unprocessable"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    volume_group_end_metro: {
        parameters: {
            query?: {
                /**
                 * @description With `true` the array answers 202 with the id of a job at once. A request that is not valid still fails at once.
                 * @example false
                 */
                is_async?: components["parameters"]["is_async"];
            };
            header?: never;
            path: {
                /** @description The id of the group, or `name:` and its name. */
                id: components["parameters"]["volume_group_id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["volume_group_end_metro"];
            };
        };
        responses: {
            202: components["responses"]["accepted"];
            204: components["responses"]["done"];
            400: components["responses"]["bad_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            406: components["responses"]["not_acceptable"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["unprocessable"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    host_volume_mapping_collection_query: {
        parameters: {
            query?: {
                /** @description Attributes to return, separated by commas; `*` for all. Without it only `id` is returned. A related resource takes its own list in parentheses (`*` as well), which can be nested, and gives its `id` without one. */
                select?: components["parameters"]["select"];
                /** @description Attributes to sort by, separated by commas, each with `.asc` (the default) or `.desc`, in any case. `name` sorts without regard to case; attributes of related resources can be sorted by as well. Count on stable pages only when the order ends in a unique attribute such as `id`. */
                order?: components["parameters"]["order"];
                /**
                 * @description How many instances to return at most, 1 to 2000; more is lowered to 2000 without a word, less than 1 is 416.
                 * @example 100
                 */
                limit?: components["parameters"]["limit"];
                /**
                 * @description How many instances to skip. At or beyond the end of the collection is 416; offset 0 of an empty one is 200 with `[]`.
                 * @example 0
                 */
                offset?: components["parameters"]["offset"];
                /** @description Filters, one query parameter each, all of which must hold: `<attribute>=[not.]<operator>.<value>`. Operators are `eq neq gt gte lt lte`, `ilike` (`*` is the wildcard, case does not matter), `in.(a,b)`, `is.null`, `is.true`, `is.false` (`eq.True` as well), and for lists `cs.{a,b}` (contains) and `cd.{a,b}` (is contained in). Groups are written `and=(state.eq.OK,role.eq.Source)` and `or=(…)`. What is filtered by need not be selected. */
                filter?: components["parameters"]["filter"];
            };
            header?: {
                /**
                 * @description The part to return as `first-last`, zero-based, both included, without a unit; `last` may be left out. An alternative to `limit` and `offset`.
                 * @example 0-99
                 */
                Range?: components["parameters"]["range"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole collection, or the whole of what the filters leave of it. */
            200: {
                headers: {
                    "DELL-EMC-TOKEN": components["headers"]["dell_emc_token"];
                    "Content-Range": components["headers"]["content_range_when_known"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["host_volume_mapping_instance"][];
                };
            };
            /** @description A part of the collection; `Content-Range` says which. */
            206: {
                headers: {
                    "DELL-EMC-TOKEN": components["headers"]["dell_emc_token"];
                    "Content-Range": components["headers"]["content_range"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["host_volume_mapping_instance"][];
                };
            };
            400: components["responses"]["bad_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            406: components["responses"]["not_acceptable"];
            416: components["responses"]["range_not_satisfiable"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    host_volume_mapping_instance_query: {
        parameters: {
            query?: {
                /** @description Attributes to return, separated by commas; `*` for all. Without it only `id` is returned. A related resource takes its own list in parentheses (`*` as well), which can be nested, and gives its `id` without one. */
                select?: components["parameters"]["select"];
            };
            header?: never;
            path: {
                /** @description The id of the mapping. Mappings have no name. */
                id: components["parameters"]["host_volume_mapping_id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The instance, with the attributes that were selected. */
            200: {
                headers: {
                    "DELL-EMC-TOKEN": components["headers"]["dell_emc_token"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["host_volume_mapping_instance"];
                };
            };
            400: components["responses"]["bad_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            406: components["responses"]["not_acceptable"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    login_session_collection_query: {
        parameters: {
            query?: {
                /** @description Attributes to return, separated by commas; `*` for all. Without it only `id` is returned. A related resource takes its own list in parentheses (`*` as well), which can be nested, and gives its `id` without one. */
                select?: components["parameters"]["select"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The login session of this request. */
            200: {
                headers: {
                    "DELL-EMC-TOKEN": components["headers"]["dell_emc_token"];
                    "Set-Cookie": components["headers"]["set_cookie"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["login_session_instance"][];
                };
            };
            400: components["responses"]["bad_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            406: components["responses"]["not_acceptable"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    logout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["done"];
            400: components["responses"]["bad_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            406: components["responses"]["not_acceptable"];
            422: components["responses"]["unprocessable"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    job_collection_query: {
        parameters: {
            query?: {
                /** @description Attributes to return, separated by commas; `*` for all. Without it only `id` is returned. A related resource takes its own list in parentheses (`*` as well), which can be nested, and gives its `id` without one. */
                select?: components["parameters"]["select"];
                /** @description Attributes to sort by, separated by commas, each with `.asc` (the default) or `.desc`, in any case. `name` sorts without regard to case; attributes of related resources can be sorted by as well. Count on stable pages only when the order ends in a unique attribute such as `id`. */
                order?: components["parameters"]["order"];
                /**
                 * @description How many instances to return at most, 1 to 2000; more is lowered to 2000 without a word, less than 1 is 416.
                 * @example 100
                 */
                limit?: components["parameters"]["limit"];
                /**
                 * @description How many instances to skip. At or beyond the end of the collection is 416; offset 0 of an empty one is 200 with `[]`.
                 * @example 0
                 */
                offset?: components["parameters"]["offset"];
                /** @description Filters, one query parameter each, all of which must hold: `<attribute>=[not.]<operator>.<value>`. Operators are `eq neq gt gte lt lte`, `ilike` (`*` is the wildcard, case does not matter), `in.(a,b)`, `is.null`, `is.true`, `is.false` (`eq.True` as well), and for lists `cs.{a,b}` (contains) and `cd.{a,b}` (is contained in). Groups are written `and=(state.eq.OK,role.eq.Source)` and `or=(…)`. What is filtered by need not be selected. */
                filter?: components["parameters"]["filter"];
            };
            header?: {
                /**
                 * @description The part to return as `first-last`, zero-based, both included, without a unit; `last` may be left out. An alternative to `limit` and `offset`.
                 * @example 0-99
                 */
                Range?: components["parameters"]["range"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole collection, or the whole of what the filters leave of it. */
            200: {
                headers: {
                    "DELL-EMC-TOKEN": components["headers"]["dell_emc_token"];
                    "Content-Range": components["headers"]["content_range_when_known"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["job_instance"][];
                };
            };
            /** @description A part of the collection; `Content-Range` says which. */
            206: {
                headers: {
                    "DELL-EMC-TOKEN": components["headers"]["dell_emc_token"];
                    "Content-Range": components["headers"]["content_range"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["job_instance"][];
                };
            };
            400: components["responses"]["bad_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            406: components["responses"]["not_acceptable"];
            416: components["responses"]["range_not_satisfiable"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    job_instance_query: {
        parameters: {
            query?: {
                /** @description Attributes to return, separated by commas; `*` for all. Without it only `id` is returned. A related resource takes its own list in parentheses (`*` as well), which can be nested, and gives its `id` without one. */
                select?: components["parameters"]["select"];
            };
            header?: never;
            path: {
                /**
                 * @description The id of the job, as answered with 202.
                 * @example 8d7a3b52-5c1e-4f7d-a0f4-2d6a0f5f9c11
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The instance, with the attributes that were selected. */
            200: {
                headers: {
                    "DELL-EMC-TOKEN": components["headers"]["dell_emc_token"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["job_instance"];
                };
            };
            400: components["responses"]["bad_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            406: components["responses"]["not_acceptable"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    software_installed_collection_query: {
        parameters: {
            query?: {
                /** @description Attributes to return, separated by commas; `*` for all. Without it only `id` is returned. A related resource takes its own list in parentheses (`*` as well), which can be nested, and gives its `id` without one. */
                select?: components["parameters"]["select"];
                /** @description Attributes to sort by, separated by commas, each with `.asc` (the default) or `.desc`, in any case. `name` sorts without regard to case; attributes of related resources can be sorted by as well. Count on stable pages only when the order ends in a unique attribute such as `id`. */
                order?: components["parameters"]["order"];
                /**
                 * @description How many instances to return at most, 1 to 2000; more is lowered to 2000 without a word, less than 1 is 416.
                 * @example 100
                 */
                limit?: components["parameters"]["limit"];
                /**
                 * @description How many instances to skip. At or beyond the end of the collection is 416; offset 0 of an empty one is 200 with `[]`.
                 * @example 0
                 */
                offset?: components["parameters"]["offset"];
                /** @description Filters, one query parameter each, all of which must hold: `<attribute>=[not.]<operator>.<value>`. Operators are `eq neq gt gte lt lte`, `ilike` (`*` is the wildcard, case does not matter), `in.(a,b)`, `is.null`, `is.true`, `is.false` (`eq.True` as well), and for lists `cs.{a,b}` (contains) and `cd.{a,b}` (is contained in). Groups are written `and=(state.eq.OK,role.eq.Source)` and `or=(…)`. What is filtered by need not be selected. */
                filter?: components["parameters"]["filter"];
            };
            header?: {
                /**
                 * @description The part to return as `first-last`, zero-based, both included, without a unit; `last` may be left out. An alternative to `limit` and `offset`.
                 * @example 0-99
                 */
                Range?: components["parameters"]["range"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole collection, or the whole of what the filters leave of it. */
            200: {
                headers: {
                    "DELL-EMC-TOKEN": components["headers"]["dell_emc_token"];
                    "Content-Range": components["headers"]["content_range_when_known"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["software_installed_instance"][];
                };
            };
            /** @description A part of the collection; `Content-Range` says which. */
            206: {
                headers: {
                    "DELL-EMC-TOKEN": components["headers"]["dell_emc_token"];
                    "Content-Range": components["headers"]["content_range"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["software_installed_instance"][];
                };
            };
            400: components["responses"]["bad_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            406: components["responses"]["not_acceptable"];
            416: components["responses"]["range_not_satisfiable"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    software_installed_instance_query: {
        parameters: {
            query?: {
                /** @description Attributes to return, separated by commas; `*` for all. Without it only `id` is returned. A related resource takes its own list in parentheses (`*` as well), which can be nested, and gives its `id` without one. */
                select?: components["parameters"]["select"];
            };
            header?: never;
            path: {
                /**
                 * @description The id of the row.
                 * @example 9d1ea1b4-3a1f-4c0f-9f53-0d3c5d1c7a10
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The instance, with the attributes that were selected. */
            200: {
                headers: {
                    "DELL-EMC-TOKEN": components["headers"]["dell_emc_token"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["software_installed_instance"];
                };
            };
            400: components["responses"]["bad_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            406: components["responses"]["not_acceptable"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    cluster_collection_query: {
        parameters: {
            query?: {
                /** @description Attributes to return, separated by commas; `*` for all. Without it only `id` is returned. A related resource takes its own list in parentheses (`*` as well), which can be nested, and gives its `id` without one. */
                select?: components["parameters"]["select"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The cluster. */
            200: {
                headers: {
                    "DELL-EMC-TOKEN": components["headers"]["dell_emc_token"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["cluster_instance"][];
                };
            };
            400: components["responses"]["bad_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            406: components["responses"]["not_acceptable"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    cluster_instance_query: {
        parameters: {
            query?: {
                /** @description Attributes to return, separated by commas; `*` for all. Without it only `id` is returned. A related resource takes its own list in parentheses (`*` as well), which can be nested, and gives its `id` without one. */
                select?: components["parameters"]["select"];
            };
            header?: never;
            path: {
                /**
                 * @description Always `0`.
                 * @example 0
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The instance, with the attributes that were selected. */
            200: {
                headers: {
                    "DELL-EMC-TOKEN": components["headers"]["dell_emc_token"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["cluster_instance"];
                };
            };
            400: components["responses"]["bad_request"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            406: components["responses"]["not_acceptable"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
}
