// Firefox: policies.json, the same on every system, beside the program (`distribution/`) or in /etc/firefox.
// An XPI that Mozilla did not sign is taken by ESR alone, and only with this preference off; it is off for every
// add-on then, which the instructions say.

import type { Deployment, DeploymentFile } from './deployment';

export function firefoxFiles(deployment: Deployment): DeploymentFile[] {
  const content = `${JSON.stringify(firefoxPolicy(deployment), null, 2)}\n`;
  return [{ path: 'firefox/policies.json', content, encoding: 'utf-8' }];
}

export function firefoxPolicy({ firefoxId, xpiUrl, values }: Deployment): object {
  const setting = { installation_mode: 'force_installed', install_url: xpiUrl, updates_disabled: false };
  return {
    policies: {
      ...(xpiUrl === null
        ? {}
        : { ExtensionSettings: { [firefoxId]: setting }, Preferences: TAKES_UNSIGNED }),
      '3rdparty': { Extensions: { [firefoxId]: values } },
    },
  };
}

const TAKES_UNSIGNED = {
  'xpinstall.signatures.required': { Value: false, Status: 'locked', Type: 'boolean' },
};
