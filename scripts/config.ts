// `npm run config -- validate FILE`: checks a domain config. Exit code 0 or 1, problems by path on stderr.

import { describeProblems, readDomainConfig } from './read-domain-config';

const USAGE = 'usage: npm run config -- validate FILE';

function main([command, file, ...rest]: string[]): number {
  if (command !== 'validate' || file === undefined || rest.length > 0) {
    console.error(USAGE);
    return 1;
  }
  try {
    const read = readDomainConfig(file);
    if (!read.ok) {
      console.error(describeProblems(read.problem));
      return 1;
    }
    const { id, version, portals } = read.value.config;
    console.log(`${file}: ${id}, version ${version}, ${portals.length} portals`);
    return 0;
  } catch (error) {
    console.error(`${file}: ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  }
}

process.exitCode = main(process.argv.slice(2));
