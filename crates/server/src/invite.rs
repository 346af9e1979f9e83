//! A command: invite an address to a role. The first member of the secretariat comes to be so.

use rooms::people::{self, Acting, Address, InviteRefused, Role};
use vocabulary::Lang;

use crate::open::Door;
use crate::settings::{Public, Where};
use crate::{Outcome, Refused};

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
    let door = Door::of(&args.place, &args.public)?;
    door.within(async |house| {
        let tx = house.act().await?;
        let actor = Acting::program("invite");
        match people::invite(house, &tx, &actor, args.role, &args.address, lang).await {
            Ok(_) => Ok(tx.commit().await?),
            Err(InviteRefused::Fault(fault)) => Err(fault.into()),
            Err(refused) => Err(Refused::because(refused.to_string())),
        }
    })
    .await?;
    say!("{} is invited as {}.", args.address, args.role);
    say!("The role takes effect when this address logs in; the letter leaves with `localaction serve`.");
    Ok(())
}
