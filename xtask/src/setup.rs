//! Set-up: brings what the machine lacks, or says exactly what to install and stops.

use std::process::ExitCode;

use crate::apt::{self, Distribution};
use crate::needs::{NEEDS, Need, Task, Use};
use crate::npm;

/// Makes the machine ready for `tasks`. The exit code is 1 when something they require is missing
/// and cannot be installed from here.
pub(crate) fn run(tasks: &[Task]) -> anyhow::Result<ExitCode> {
    let code = bring_packages(tasks)?;
    if code == ExitCode::SUCCESS && tasks.contains(&Task::Test) {
        npm::bring()?;
    }
    Ok(code)
}

fn bring_packages(tasks: &[Task]) -> anyhow::Result<ExitCode> {
    let needed: Vec<&Need> = NEEDS.iter().filter(|need| strongest(need, tasks) != Use::No).collect();
    let missing = unmet(&needed);
    if missing.is_empty() {
        println!("set-up: nothing is missing ({} looked for)", needed.len());
        return Ok(ExitCode::SUCCESS);
    }
    let distribution = Distribution::of_this_machine();
    let packages: Vec<&str> =
        missing.iter().map(|need| need.package(&distribution.id, &distribution.version)).collect();
    if !distribution.has_apt() || !apt::is_root() {
        return Ok(name_what_to_install(&missing, tasks, &packages));
    }
    println!("set-up: installing {}", packages.join(" "));
    apt::install(&packages)?;
    let still_missing = unmet(&missing);
    if still_missing.is_empty() {
        println!("set-up: done");
        return Ok(ExitCode::SUCCESS);
    }
    println!("set-up: the packages were installed, but this distribution's do not bring what is needed:");
    Ok(describe(&still_missing, tasks))
}

fn strongest(need: &Need, tasks: &[Task]) -> Use {
    let uses: Vec<Use> = tasks.iter().map(|&task| need.used_by(task)).collect();
    if uses.contains(&Use::Required) {
        Use::Required
    } else if uses.contains(&Use::Wanted) {
        Use::Wanted
    } else {
        Use::No
    }
}

fn unmet<'a>(needs: &[&'a Need]) -> Vec<&'a Need> {
    needs.iter().copied().filter(|need| !need.is_met()).collect()
}

fn name_what_to_install(missing: &[&Need], tasks: &[Task], packages: &[&str]) -> ExitCode {
    println!("set-up: this machine lacks:");
    let code = describe(missing, tasks);
    println!("On Debian or Ubuntu, as root: apt-get install --no-install-recommends {}", packages.join(" "));
    if code == ExitCode::SUCCESS {
        println!("None of it is indispensable here: going on without.");
    } else {
        println!("Then run this command again.");
    }
    code
}

/// Prints each missing thing with its reason; failure if any of them is required.
fn describe(missing: &[&Need], tasks: &[Task]) -> ExitCode {
    for need in missing {
        println!("  {}: {}", need.what, need.why);
    }
    let stops = missing.iter().any(|need| strongest(need, tasks) == Use::Required);
    if stops { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}
