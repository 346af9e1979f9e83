//! A command: make a code to log in with, for the day when mail is down.

use rooms::people::{self, Address};

use crate::Outcome;
use crate::open::Door;
use crate::settings::{Public, Where};

/// What the command takes.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The mail address of whoever cannot log in
    address: Address,
    #[command(flatten)]
    place: Where,
    #[command(flatten)]
    public: Public,
}

/// Prints the code. It works for ten minutes and once, in a browser that has asked for a code for this address.
pub async fn run(args: Args) -> Outcome {
    let door = Door::of(&args.place, &args.public)?;
    let code = door.within(async |house| {
        let tx = house.note().await?;
        let code = people::issue_code_for_operator(house, &tx, &args.address).await?;
        tx.commit().await?;
        Ok(code)
    });
    let code = code.await?;
    say!("{}", code.digits());
    eprintln!(
        "Read it out only to somebody whom you know. It works for ten minutes and once, in the browser"
    );
    eprintln!("in which they ask for a code for {} on the page for logging in.", args.address);
    Ok(())
}
