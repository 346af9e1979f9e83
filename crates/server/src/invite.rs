//! A command: invite an address to a role. The first member of the secretariat comes to be so.

use rooms::people::{self, Acting, Address, InviteRefused, Role};
use vocabulary::Lang;

use crate::settings::{Public, Where};
use crate::{Outcome, Refused, open};

/// What the command takes.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The mail address to invite
    address: Address,
    /// The role: secretariat, assessor, editor, translator, partner or reader
    #[arg(long)]
    role: Role,
    /// The language of the letter: en, fr, es or ar
    #[arg(long, default_value = "en")]
    lang: String,
    #[command(flatten)]
    place: Where,
    #[command(flatten)]
    public: Public,
}

/// Puts the invitation into the outbox; a running house sends it.
pub async fn run(args: Args) -> Outcome {
    let lang = Lang::parse(&args.lang).ok_or_else(|| {
        Refused::because(format!("“{}” is no language of the interface; write en, fr, es or ar.", args.lang))
    })?;
    let (folder, standing) = open::any_folder(&args.place)?;
    let house = open::house(folder, standing, args.place.database, &args.public, None, Vec::new()).await?;
    let tx = house.act().await?;
    let invited =
        people::invite(&house, &tx, &Acting::program("invite"), args.role, &args.address, lang).await;
    match invited {
        Ok(_) => tx.commit().await?,
        Err(InviteRefused::Fault(fault)) => return Err(fault.into()),
        Err(refused) => return Err(Refused::because(refused.to_string())),
    }
    say!("{} is invited as {}.", args.address, args.role);
    say!("The role takes effect when this address logs in; the letter leaves with `localaction serve`.");
    Ok(())
}
