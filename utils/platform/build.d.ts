// Constants that the build fills in.

/** True in an organisation's build: its hosts are required permissions and need no asking. */
declare const __MANAGED_BUILD__: boolean;
